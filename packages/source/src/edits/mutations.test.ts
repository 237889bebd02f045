import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { memoryTree } from '@joinery/engine';
import fc from 'fast-check';
import { loadHostEditor } from '../index.ts';
import { loadMorph, ts } from '../syntax/morph.ts';
import { profileOf, wiringsOf } from '../testing/host.ts';
import { readFiles } from '../testing/read-files.ts';

const RUNS = Number(process.env.MUTATIONS ?? 60);
const folder = join(__dirname, 'cases');
const corpus = readdirSync(folder).flatMap((name) => {
  const files = readFiles(join(folder, name));
  const text = files['input.ts'];
  return text === undefined ? [] : [{ name, text, facts: JSON.parse(files['case.json'] ?? '{}') }];
});

/** Where white space may grow or a comment may come without changing the program. */
const mutation = fc.record({
  at: fc.nat(),
  text: fc.constantFrom(
    '/* lost? */',
    ' ',
    '\t',
    '\n',
    '\r\n',
    ' // lost?\n',
    '\n// lost?\n',
    '/** lost? */ ',
  ),
});

const mutated = fc
  .tuple(
    fc.constantFrom(...corpus),
    fc.array(mutation, { maxLength: 6 }),
    fc.constantFrom('\n', '\r\n', undefined),
    fc.boolean(),
  )
  .map(([{ name, text, facts: known }, mutations, eol, errors]) => {
    const facts = { ...known, errors };
    const spread = mutations.reduce((before, each) => mutate(before, each.at, each.text), text);
    return { name, facts, text: eol === undefined ? spread : spread.replace(/\r?\n/g, eol) };
  });

test('a mutated file is edited and restored byte for byte, or refused', async () => {
  loadMorph();
  const editor = await loadHostEditor();
  fc.assert(
    fc.property(mutated, ({ facts, text }) => {
      const host = { 'src/main.ts': text };
      const profile = profileOf(host, facts);
      const wirings = wiringsOf(profile, facts);
      const outcome = editor.wire(memoryTree(host), profile, wirings, []);
      if (outcome.kind === 'refused') {
        expect(outcome.problem.id).not.toBe('edit-unsafe');
        return;
      }
      const edited = { 'src/main.ts': outcome.files[0]?.text ?? text };
      expect(errorsOf(edited['src/main.ts'])).toBe(0);
      expect(comments(edited['src/main.ts'])).toEqual(comments(text));
      const again = editor.wire(memoryTree(edited), profile, wirings, outcome.edits);
      expect(again).toEqual({ kind: 'edited', files: [], edits: outcome.edits });
      const back = editor.wire(memoryTree(edited), profile, [], outcome.edits);
      expect(back).toEqual({ kind: 'edited', files: [{ path: 'src/main.ts', text }], edits: [] });
    }),
    { numRuns: RUNS },
  );
});

/** Put a text between two tokens. */
function mutate(text: string, at: number, inserted: string): string {
  const gaps = tokenStarts(text);
  const position = gaps[at % gaps.length] ?? 0;
  const after = text.slice(0, position) + inserted + text.slice(position);
  return errorsOf(after) === errorsOf(text) && shape(after) === shape(text) ? after : text;
}

function tokenStarts(text: string): readonly number[] {
  const starts: number[] = [];
  const visit = (node: import('ts-morph').ts.Node): void => {
    starts.push(node.getStart(), node.getEnd());
    node.forEachChild(visit);
  };
  visit(parse(text));
  return starts;
}

function shape(text: string): string {
  const kinds: number[] = [];
  const visit = (node: import('ts-morph').ts.Node): void => {
    kinds.push(node.kind);
    node.forEachChild(visit);
  };
  visit(parse(text));
  return kinds.join();
}

function comments(text: string): readonly string[] {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.Standard, text);
  const found: string[] = [];
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    const isComment =
      kind === ts.SyntaxKind.SingleLineCommentTrivia || kind === ts.SyntaxKind.MultiLineCommentTrivia;
    if (isComment) found.push(scanner.getTokenText().trim());
  }
  return found;
}

function errorsOf(text: string): number {
  const file: object = parse(text);
  return 'parseDiagnostics' in file && Array.isArray(file.parseDiagnostics)
    ? file.parseDiagnostics.length
    : 0;
}

function parse(text: string) {
  return ts.createSourceFile('main.ts', text, ts.ScriptTarget.Latest, true);
}
