export const total = 3;

console.log('total', /* of all */ total);
console.log(
  'total', // in words
  total,
);
console.log(/* said */ 'only');
