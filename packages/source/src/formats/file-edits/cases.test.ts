import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileEdit } from '@joinery/kit';
import { editFile } from './edit-file.ts';

const folder = join(__dirname, 'cases');

describe.each(readdirSync(folder))('%s', (name) => {
  const input = readdirSync(join(folder, name)).find((file) => file.startsWith('input.')) ?? '';
  const file = input.replace('input', 'host');
  const text = readFileSync(join(folder, name, input), 'utf8');
  const wanted: readonly FileEdit[] = JSON.parse(readFileSync(join(folder, name, 'edits.json'), 'utf8'));
  const output = join(folder, name, input.replace('input', 'output'));
  const result = editFile({ file, text, before: [], wanted });

  if (!existsSync(output)) {
    test('is refused, with the place and the snippet', () => {
      const refusal: unknown = JSON.parse(readFileSync(join(folder, name, 'refusal.json'), 'utf8'));
      expect(result).toEqual({ kind: 'refused', problem: refusal });
    });
    return;
  }

  test('is edited as expected, once, and taken out to the byte', () => {
    if (result.kind !== 'edited') throw new Error(result.problem.found);
    expect(result.text).toBe(readFileSync(output, 'utf8'));
    expect(editFile({ file, text: result.text, before: result.placed, wanted })).toMatchObject({
      text: result.text,
    });
    expect(editFile({ file, text: result.text, before: [], wanted })).toMatchObject({
      text: result.text,
      placed: [],
    });
    const undone = editFile({ file, text: result.text, before: result.placed, wanted: [] });
    expect(undone).toMatchObject({ kind: 'edited', text, left: [] });
  });
});
