import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { formatWithPrettier } from '../formats/format-with-prettier.ts';
import { checkLaws, wireAll } from '../testing/check-case.ts';
import { readFiles } from '../testing/read-files.ts';

const folder = join(__dirname, 'cases');
const corpus = readdirSync(folder).flatMap((name) => {
  const files = readFiles(join(folder, name));
  const text = files['input.ts'];
  return text === undefined || 'refusal.json' in files
    ? []
    : [{ name, text, facts: JSON.parse(files['case.json'] ?? '{}') }];
});

/** Where a line of the host's own gets longer around our call, and Prettier would set that line anew. */
const WIDENED = ['fastify-cli-empty-body', 'http-inline-listener', 'http-request-event'];

/** A host that Prettier leaves as it is looks, once edited, as Prettier would set it. */
test.each(corpus)('$name', async ({ name, text, facts }) => {
  const prettier = { singleQuote: true };
  const formatted = await formatWithPrettier(text, { ...prettier, endOfLine: 'auto' });
  const known = { errors: true, ...facts, prettier };
  const host = { 'src/main.ts': formatted };
  const outcome = await wireAll(host, known);
  if (outcome.kind === 'refused') return;
  const edited = await checkLaws(host, outcome, known);
  const after = edited['src/main.ts'] ?? '';
  const again = await formatWithPrettier(after, { ...prettier, endOfLine: 'auto' });
  if (!WIDENED.includes(name)) expect(after).toBe(again);
});
