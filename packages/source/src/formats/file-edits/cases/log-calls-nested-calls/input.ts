const all = [1, 2];

console.log(
  'doubled',
  all.map((each) => {
    console.log('each', each);
    return each * 2;
  }),
);
console.table(all.filter((each) => void console.log(each)));
