// Loaded before a service that is tried: it listens on a free port of the loopback interface, whatever port it asks for,
// says which, and says with which code it exits.
const { writeSync } = require('node:fs');
const { Server } = require('node:net');

const listen = Server.prototype.listen;
let listens = false;

Server.prototype.listen = function (...args) {
  const callback = args.findLast((arg) => typeof arg === 'function');
  const isPort = args[0] === undefined || /^\d+$/.test(String(args[0])) || args[0]?.port !== undefined;
  if (!isPort) return listen.apply(this, args);
  listens = true;
  this.once('listening', () => writeSync(2, `\nTRY-REPOS LISTENS ${this.address().port}\n`));
  return listen.call(this, { port: 0, host: '127.0.0.1' }, callback);
};

process.on('exit', (code) => {
  if (listens) writeSync(2, `\nTRY-REPOS EXITS ${code}\n`);
});
