import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeStyle } from '@joinery/kit';
import fc from 'fast-check';
import { loadMorph, ts } from '../syntax/morph.ts';
import { restyle } from './restyle.ts';

const HOUSE: CodeStyle = { indent: '  ', quotes: 'single', semicolons: 'always', eol: '\n' };

beforeAll(loadMorph);

test('the house style is left alone', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a template in the text.
  const text = "import { a } from 'a';\n\nexport const b = `${a};\n`;\n";
  expect(restyle(text, HOUSE)).toBe(text);
});

test.each<[string, Partial<CodeStyle>, string, string]>([
  [
    'quotes',
    { quotes: 'double' },
    "const a = 'it\\'s', b = 'say \"hi\"', c = `'`;\n",
    'const a = "it\'s", b = \'say "hi"\', c = `\'`;\n',
  ],
  [
    'tabs',
    { indent: '\t' },
    'if (a) {\n  /**\n   * b\n   */\n  c(`\n  d`);\n}\n',
    'if (a) {\n\t/**\n\t * b\n\t */\n\tc(`\n  d`);\n}\n',
  ],
  ['line ends', { eol: '\r\n' }, 'a();\n\nb();\n', 'a();\r\n\r\nb();\r\n'],
  [
    'semicolons',
    { semicolons: 'never' },
    'interface A {\n  b: string;\n}\nclass C {\n  d = 1;\n  [e] = 2;\n}\nfor (;;) {\n  if (f) break;\n}\ntype G = { h: 1; i: 2 };\n',
    'interface A {\n  b: string\n}\nclass C {\n  d = 1;\n  [e] = 2\n}\nfor (;;) {\n  if (f) break\n}\ntype G = { h: 1; i: 2 }\n',
  ],
  [
    'semicolons that shield the next line',
    { semicolons: 'never' },
    'a(); // why\n[1].map(b);\n/* c */ (d)();\n',
    'a() // why\n;[1].map(b)\n/* c */ ;(d)()\n',
  ],
])('%s follow the host', (_, style, before, after) => {
  expect(restyle(before, { ...HOUSE, ...style })).toBe(after);
});

describe('every template of every feature', () => {
  const generators = join(__dirname, '../../../../generators');
  const templates = readdirSync(generators, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^[^/]+\/templates\/.*\.ts$/.test(path))
    .map((path) => readFileSync(join(generators, path), 'utf8'));

  const styles = fc.record<CodeStyle>({
    indent: fc.constantFrom('  ', '    ', '\t'),
    quotes: fc.constantFrom('single', 'double'),
    semicolons: fc.constantFrom('always', 'never'),
    eol: fc.constantFrom('\n', '\r\n'),
  });

  test('means the same in every style, and says the same in its comments', () => {
    expect(templates.length).toBeGreaterThan(10);
    fc.assert(
      fc.property(fc.constantFrom(...templates), styles, (template, style) => {
        expect(essence(restyle(template, style))).toEqual(essence(template));
      }),
      { numRuns: 40 },
    );
  });
});

/** What must not change: the tree's kinds and names, what strings hold, and the words of the comments. */
function essence(text: string): readonly string[] {
  const normal = text.replaceAll('\r\n', '\n');
  const file = ts.createSourceFile('a.ts', normal, ts.ScriptTarget.Latest, true);
  const found: string[] =
    'parseDiagnostics' in file && Array.isArray(file.parseDiagnostics)
      ? [String(file.parseDiagnostics.length)]
      : [];
  const visit = (node: import('ts-morph').ts.Node): void => {
    const holds =
      ts.isStringLiteral(node) || ts.isIdentifier(node) || ts.isTemplateLiteralToken(node) ? node.text : '';
    if (!ts.isEmptyStatement(node)) found.push(`${ts.SyntaxKind[node.kind]} ${holds}`);
    node.forEachChild(visit);
  };
  visit(file);
  const comments = normal.match(/\/\*\*[\s\S]*?\*\/|^\s*\/\/.*$/gm) ?? [];
  return [...found, ...comments.map((comment) => comment.replace(/\s+/g, ' ').trim())];
}
