import { load } from './load.js';

try {
  load();
} catch (problem) {
  console.error(problem);
  console.error('load failed', problem);
  console.error('load failed:', (problem as Error).message);
}

load().catch((reason: unknown) => {
  console.warn(`retrying after ${reason}`, reason);
});

process.on('uncaughtException', (err) => {
  console.error(err, 'is fatal');
  console.error(err.stack);
  console.error('with', err, { code: 1 });
  console.error(new RangeError('no'), err.cause);
});
