import { formatWithPrettier } from './format-with-prettier.ts';

test('follows the width and the quotes of the host', async () => {
  const text = "export const answer = { status: 'everything is in order', checks: [], durationMs: 12 };\n";
  expect(await formatWithPrettier(text, { printWidth: 60, singleQuote: false })).toBe(
    'export const answer = {\n  status: "everything is in order",\n  checks: [],\n  durationMs: 12,\n};\n',
  );
});
