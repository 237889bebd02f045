const name = 'a';
const err = new Error('no');

console.log('%s is %d', name, 7);
console.log('%s failed', name, err);
console.log(`%s of ${name}`, name);
console.error('failed: %s', err);
console.log('%j', { name });
console.log('%s%%', name);
console.log('only %s');
