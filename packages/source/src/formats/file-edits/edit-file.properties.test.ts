import type { FileEdit, Json } from '@joinery/kit';
import fc from 'fast-check';
import { stringify as tomlText } from 'smol-toml';
import { stringify as yamlText } from 'yaml';
import { editFile } from './edit-file.ts';
import { formatOf } from './formats-of.ts';
import { sameMeaning } from './meaning.ts';

const KEYS = ['a', 'b', 'c-d', 'e f', 'on', '1'] as const;
const key = fc.constantFrom(...KEYS);
const scalar = fc.oneof(
  fc.constantFrom('x', 'yes', '', 'a: b', '# no', "it's", 'ümläut', '{}', '- x'),
  fc.integer(),
  fc.boolean(),
);

/** Data as configuration files hold it. */
const data: fc.Arbitrary<Record<string, Json>> = fc.letrec<{ value: Json; object: Record<string, Json> }>(
  (tie) => ({
    value: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      scalar,
      fc.array(scalar, { maxLength: 3 }),
      tie('object'),
    ),
    object: fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  }),
).object;

/** Comments, line ends and endings of people's, sprinkled over a printed text. */
function worn(text: string, mark: string, wear: Wear): string {
  const lines = text.split('\n').flatMap((line, index) => {
    const plain = line !== '' && !/^\s*(?:"""|'''|\|)/.test(line);
    const own =
      wear.comments.includes(index % 7) && plain ? [`${/^\s*/.exec(line)?.[0]}${mark} note ${index}`] : [];
    return [...own, line];
  });
  const joined = lines.join(wear.eol);
  return wear.ended ? joined : joined.replace(/(?:\r?\n)+$/, '');
}

interface Wear {
  readonly comments: readonly number[];
  readonly eol: string;
  readonly ended: boolean;
}

const wear: fc.Arbitrary<Wear> = fc.record({
  comments: fc.subarray([0, 1, 2, 3, 4, 5, 6]),
  eol: fc.constantFrom('\n', '\r\n'),
  ended: fc.boolean(),
});

const hosts = {
  'host.json': fc
    .tuple(data, wear, fc.constantFrom(0, 2, 4, '\t'))
    .map(([value, how, indent]) => worn(`${JSON.stringify(value, null, indent)}\n`, '//', how)),
  'host.yaml': fc
    .tuple(
      data,
      wear,
      fc.record({ indent: fc.constantFrom(2, 4), indentSeq: fc.boolean(), singleQuote: fc.boolean() }),
    )
    .map(([value, how, style]) => worn(yamlText(value, { ...style, lineWidth: 0 }), '#', how)),
  'host.toml': fc.tuple(data, wear).map(([value, how]) => worn(`${tomlText(value)}\n`, '#', how)),
};

const edit: fc.Arbitrary<FileEdit> = fc
  .tuple(
    key,
    fc.array(key, { maxLength: 2 }),
    fc.oneof(scalar, fc.array(scalar, { maxLength: 2 }), data),
    fc.boolean(),
  )
  .map(([first, rest, value, isElement]) => ({
    kind: isElement ? 'element' : 'setting',
    path: [first, ...rest],
    value,
  }));

describe.each(Object.entries(hosts))('%s', (file, host) => {
  test('added and taken out, the bytes are those of before; nothing of people’s is lost', () => {
    let made = 0;
    fc.assert(
      fc.property(host, fc.array(edit, { minLength: 1, maxLength: 3 }), (text, wanted) => {
        const added = editFile({ file, text, before: [], wanted });
        if (added.kind === 'refused') return;
        made += added.placed.length;
        expect(isWithin(text, added.text)).toBe(true);
        const kept = added.placed.map((one) => one.edit);
        const again = editFile({ file, text: added.text, before: added.placed, wanted: kept });
        expect(again).toMatchObject({ text: added.text, placed: added.placed });
        const undone = editFile({ file, text: added.text, before: added.placed, wanted: [] });
        expect(undone).toMatchObject({ text, left: [] });
      }),
      { numRuns: 700 },
    );
    expect(made).toBeGreaterThan(300);
  });

  test('what people add in between stays, and only ours goes', () => {
    let tried = 0;
    fc.assert(
      fc.property(host, edit, edit, (text, ours, theirs) => {
        const added = editFile({ file, text, before: [], wanted: [ours] });
        if (added.kind === 'refused' || added.placed.length === 0) return;
        const later = editFile({ file, text: added.text, before: [], wanted: [theirs] });
        const alone = editFile({ file, text, before: [], wanted: [theirs] });
        if (later.kind === 'refused' || alone.kind === 'refused' || later.placed.length === 0) return;
        if (meets(ours, theirs) || alone.placed.length === 0) return;
        const undone = editFile({ file, text: later.text, before: added.placed, wanted: [] });
        if (undone.kind === 'refused') throw new Error(undone.problem.found);
        if (undone.left.length > 0) return;
        tried += 1;
        const read = formatOf(file, ours)?.read;
        expect(sameMeaning(read?.(undone.text), read?.(alone.text))).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(tried).toBeGreaterThan(100);
  });
});

const line = fc.constantFrom('dist', '# note', '', '*.log', '!keep.log', '/build', 'node_modules/');
const ignore = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 8 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([lines, eol, ended]) => lines.join(eol) + (ended ? eol : ''));

test('lines of an ignore file come and go', () => {
  const wanted: readonly FileEdit[] = ['.env', 'coverage/'].map((text) => ({ kind: 'line', text }));
  fc.assert(
    fc.property(ignore, (text) => {
      const added = editFile({ file: '.gitignore', text, before: [], wanted });
      if (added.kind === 'refused') throw new Error(added.problem.found);
      expect(added.text).toMatch(/^\.env$/m);
      const undone = editFile({ file: '.gitignore', text: added.text, before: added.placed, wanted: [] });
      expect(undone).toMatchObject({ text });
    }),
  );
});

const said = fc.constantFrom(
  'FROM node:22 AS build',
  'FROM node:22-slim',
  'RUN a && \\\n    # why\n    b',
  'RUN <<EOF\nFROM x\nEOF',
  'CMD ["node", "dist/server.js"]',
  'ENTRYPOINT exec node --enable-source-maps dist/server.js',
  '# comment',
  '',
  'ENV PORT=80',
);

test('instructions and options of a Dockerfile come and go', () => {
  const wanted: readonly FileEdit[] = [
    { kind: 'instruction', text: 'EXPOSE 9464' },
    { kind: 'container-option', program: 'node', option: ['--import', './dist/preload.js'] },
  ];
  let made = 0;
  fc.assert(
    fc.property(
      fc.array(said, { maxLength: 8 }),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      (parts, eol, ended) => {
        const text = parts.join('\n').replaceAll('\n', eol) + (ended ? eol : '');
        const added = editFile({ file: 'Dockerfile', text, before: [], wanted });
        if (added.kind === 'refused') return;
        made += 1;
        const undone = editFile({ file: 'Dockerfile', text: added.text, before: added.placed, wanted: [] });
        expect(undone).toMatchObject({ text, left: [] });
      },
    ),
    { numRuns: 400 },
  );
  expect(made).toBeGreaterThan(40);
});

/** Whether one edit says something of what the other sets. */
function meets(a: FileEdit, b: FileEdit): boolean {
  if (!('path' in a) || !('path' in b)) return false;
  const shorter = a.path.length < b.path.length ? a.path : b.path;
  return shorter.every((each, index) => a.path[index] === each && b.path[index] === each);
}

/** Whether every character of a text is still there, in order. */
function isWithin(before: string, after: string): boolean {
  let index = 0;
  for (const character of after) if (character === before[index]) index += 1;
  return index === before.length;
}
