import { parseJsonWithComments } from './json-with-comments.ts';

test('comments and trailing commas go, and what looks like them in strings stays', () => {
  const text = `{
  // one, ]
  "paths": { "*": ["node_modules/*"], "src/*": ["src/*",], }, /* two, } */
  "says": "a, } \\" // b /* c */", /* three */ // four
}`;
  expect(parseJsonWithComments(text)).toEqual({
    paths: { '*': ['node_modules/*'], 'src/*': ['src/*'] },
    says: 'a, } " // b /* c */',
  });
});

test('a comma between two block comments is not one before a bracket', () => {
  const text = '{ "target": "es2016", /* a */ "module": "commonjs" /* b */ }';
  expect(parseJsonWithComments(text)).toEqual({ target: 'es2016', module: 'commonjs' });
});

test('the file that `tsc --init` writes, every line with a comment, is read at once', () => {
  const hints = Array.from({ length: 90 }, (_, at) => `    // "o${at}": {}, /* what o${at} does, if set. */`);
  const text = `{\n  "compilerOptions": {\n${hints.join('\n')}\n    "target": "es2016", /* Set the version. */\n${hints.join('\n')}\n    "strict": true /* Check. */\n  }\n}`;
  expect(parseJsonWithComments(text)).toEqual({ compilerOptions: { target: 'es2016', strict: true } });
});

test('other texts are no JSON', () => {
  expect(parseJsonWithComments('{ "a": 1,, }')).toBeUndefined();
  expect(parseJsonWithComments('{ "a": 1 /* open')).toBeUndefined();
});
