import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FRAMEWORKS } from '@joinery/kit';
import { checkLaws, wireAll } from '../testing/check-case.ts';
import { readFiles } from '../testing/read-files.ts';

const cases = FRAMEWORKS.flatMap((framework) => {
  const folder = join(__dirname, framework, 'cases');
  return existsSync(folder) ? readdirSync(folder).map((name) => ({ framework, name })) : [];
});

/** Each folder is a small service: its files before in `input`, those that change in `output`, or the refusal. */
describe.each(cases)('$framework: $name', ({ framework, name }) => {
  const folder = join(__dirname, framework, 'cases', name);
  const input = readFiles(join(folder, 'input'));
  const own = readFiles(folder);
  const facts = { framework, ...JSON.parse(own['case.json'] ?? '{}') };
  const refusal = own['refusal.json'];

  if (refusal !== undefined) {
    it('is refused, naming the place', async () => {
      const outcome = await wireAll(input, facts);
      const problem = outcome.kind === 'refused' ? outcome.problem : undefined;
      expect({ id: problem?.id, places: problem?.places }).toEqual(JSON.parse(refusal));
    });
    return;
  }

  it('is edited as expected, once, and back', async () => {
    const outcome = await wireAll(input, facts);
    const edited = await checkLaws(input, outcome, facts);
    expect(edited).toEqual({ ...input, ...readFiles(join(folder, 'output')) });
  });
});
