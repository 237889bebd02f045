import { type EditOutcome, memoryTree } from '@joinery/engine';
import { loadHostEditor } from '../index.ts';
import { type CaseFacts, profileOf, wiringsOf } from './host.ts';

type Files = Readonly<Record<string, string>>;

/** Wire everything into a host that nothing has been wired into. */
export async function wireAll(input: Files, facts: CaseFacts): Promise<EditOutcome> {
  const editor = await loadHostEditor();
  const profile = profileOf(input, facts);
  return editor.wire(memoryTree(input), profile, wiringsOf(profile, facts), []);
}

/**
 * Check the laws on an outcome: a second run changes nothing, with or without the lockfile,
 * and taking everything back restores the host byte for byte. Gives the files as edited.
 */
export async function checkLaws(input: Files, outcome: EditOutcome, facts: CaseFacts): Promise<Files> {
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.problem, undefined, 2));
  const editor = await loadHostEditor();
  const profile = profileOf(input, facts);
  const wirings = wiringsOf(profile, facts);
  const edited = apply(input, outcome);
  const again = editor.wire(memoryTree(edited), profile, wirings, outcome.edits);
  expect(again).toEqual({ kind: 'edited', files: [], edits: outcome.edits });
  const lockless = editor.wire(memoryTree(edited), profile, wirings, []);
  expect(lockless).toMatchObject({ kind: 'edited', files: [] });
  const back = editor.wire(memoryTree(edited), profile, [], outcome.edits);
  expect(back).toMatchObject({ kind: 'edited', edits: [] });
  expect(apply(edited, back)).toEqual(input);
  return edited;
}

function apply(files: Files, outcome: EditOutcome): Files {
  if (outcome.kind === 'refused') return files;
  return { ...files, ...Object.fromEntries(outcome.files.map(({ path, text }) => [path, text])) };
}
