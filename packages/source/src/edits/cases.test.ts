import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { checkLaws, wireAll } from '../testing/check-case.ts';
import { readFiles } from '../testing/read-files.ts';

const folder = join(__dirname, 'cases');

/** Each folder is one source file of a service: `input`, and either `output` or the refusal. */
describe.each(readdirSync(folder))('%s', (name) => {
  const files = readFiles(join(folder, name));
  const input = Object.keys(files).find((path) => path.startsWith('input.')) ?? '';
  const extension = extname(input);
  const path = `src/main${extension}`;
  const host = { [path]: files[input] ?? '' };
  const facts = JSON.parse(files['case.json'] ?? '{}');

  if ('refusal.json' in files) {
    it('is refused, naming the place and what to paste', async () => {
      const outcome = await wireAll(host, facts);
      const problem = outcome.kind === 'refused' ? outcome.problem : undefined;
      expect({ id: problem?.id, places: problem?.places }).toEqual(JSON.parse(files['refusal.json'] ?? ''));
      expect(problem).toMatchObject({ exitCode: 4 });
      expect(problem?.snippets?.length).toBeGreaterThan(0);
    });
  } else {
    it('is edited as expected, once, and back', async () => {
      const outcome = await wireAll(host, facts);
      const edited = await checkLaws(host, outcome, facts);
      expect(edited).toEqual({ [path]: files[`output${extension}`] });
    });
  }
});
