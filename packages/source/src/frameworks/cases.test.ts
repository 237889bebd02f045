import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryTree } from '@joinery/engine';
import { loadHostEditor } from '../index.ts';
import { profileOf, wiringsOf } from './testing/host.ts';

const FRAMEWORKS = ['express', 'fastify', 'nest'] as const;

/** The files of a folder, path → text. */
function filesIn(folder: string, prefix = ''): Readonly<Record<string, string>> {
  if (!existsSync(folder)) return {};
  return Object.assign(
    {},
    ...readdirSync(folder, { withFileTypes: true }).map((each) =>
      each.isDirectory()
        ? filesIn(join(folder, each.name), `${prefix}${each.name}/`)
        : { [`${prefix}${each.name}`]: readFileSync(join(folder, each.name), 'utf8') },
    ),
  );
}

for (const framework of FRAMEWORKS) {
  const folder = join(__dirname, framework, 'cases');
  describe.each(existsSync(folder) ? readdirSync(folder) : [])(`${framework}: %s`, (name) => {
    const input = filesIn(join(folder, name, 'input'));
    const output = filesIn(join(folder, name, 'output'));
    const refusal = join(folder, name, 'refusal.json');
    const profile = profileOf(framework, input);
    const wirings = wiringsOf(profile);

    if (existsSync(refusal)) {
      it('is refused, naming the place', async () => {
        const outcome = (await loadHostEditor()).wire(memoryTree(input), profile, wirings, []);
        const { id, places } = JSON.parse(readFileSync(refusal, 'utf8'));
        expect(outcome).toMatchObject({ kind: 'refused', problem: { id, places, exitCode: 4 } });
      });
      return;
    }

    it('is edited as expected, once and for all, and back', async () => {
      const editor = await loadHostEditor();
      const outcome = editor.wire(memoryTree(input), profile, wirings, []);
      if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.problem, undefined, 2));
      expect(Object.fromEntries(outcome.files.map((each) => [each.path, each.text]))).toEqual(output);
      const edited = { ...input, ...output };
      const again = editor.wire(memoryTree(edited), profile, wirings, outcome.edits);
      expect(again).toEqual({ kind: 'edited', files: [], edits: outcome.edits });
      const lockless = editor.wire(memoryTree(edited), profile, wirings, []);
      expect(lockless).toMatchObject({ kind: 'edited', files: [] });
      const back = editor.wire(memoryTree(edited), profile, [], outcome.edits);
      if (back.kind === 'refused') throw new Error(JSON.stringify(back.problem, undefined, 2));
      const restored = { ...edited, ...Object.fromEntries(back.files.map((each) => [each.path, each.text])) };
      expect(restored).toEqual(input);
      expect(back.edits).toEqual([]);
    });
  });
}
