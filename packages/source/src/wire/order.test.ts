import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type EditOutcome, type HostEdit, memoryTree, type Wiring } from '@joinery/engine';
import type { Profile } from '@joinery/kit';
import fc from 'fast-check';
import { loadHostEditor } from '../index.ts';
import { profileOf, wiringsOf } from '../testing/host.ts';
import { readFiles } from '../testing/read-files.ts';

type Files = Readonly<Record<string, string>>;

const folder = join(__dirname, '../edits/cases');
const hosts = readdirSync(folder).flatMap((name) => {
  const files = readFiles(join(folder, name));
  const input = Object.keys(files).find((path) => path.startsWith('input.')) ?? '';
  if ('refusal.json' in files) return [];
  const host: Files = { [`src/main${extname(input)}`]: files[input] ?? '' };
  return [{ name, host, facts: { errors: true, ...JSON.parse(files['case.json'] ?? '{}') } }];
});

test('whatever is added and taken out in between, the same wirings give the same bytes', async () => {
  const editor = await loadHostEditor();
  const step = (files: Files, profile: Profile, wirings: readonly Wiring[], edits: readonly HostEdit[]) => {
    const outcome: EditOutcome = editor.wire(memoryTree(files), profile, wirings, edits);
    if (outcome.kind === 'refused') throw new Error(outcome.problem.found);
    const changed = Object.fromEntries(outcome.files.map(({ path, text }) => [path, text]));
    return { files: { ...files, ...changed }, edits: outcome.edits };
  };
  const subsets = fc.array(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.constantFrom(...hosts), subsets, fc.boolean(), ({ host, facts: own }, stages, narrow) => {
      const facts = narrow ? { ...own, prettier: { printWidth: 60 } } : own;
      const profile = profileOf(host, facts);
      const all = wiringsOf(profile, facts);
      const chosen = stages.map((picks) => all.filter((_, index) => picks[index]));
      const stepwise = chosen.reduce((state, wirings) => step(state.files, profile, wirings, state.edits), {
        files: host,
        edits: [] as readonly HostEdit[],
      });
      expect(stepwise).toEqual(step(host, profile, chosen.at(-1) ?? [], []));
    }),
    { numRuns: Number(process.env.MUTATIONS ?? 60) },
  );
});
