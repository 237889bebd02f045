const name = 'a';

console.log('one', 'two', name);
console.log("one", "it's", name);
console.log('one', `of ${name}`, "it's `quoted` ${name}");
console.log('one' + name, 'two');
console.log('100%', name);
