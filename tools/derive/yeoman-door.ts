import type { DoorFeature, OptionSchema } from './read-features.ts';

/** biome.json's `lineWidth`. */
const LINE_WIDTH = 110;

/** The sub-generator of a feature: `yo joinery:health`. Yeoman finds it by its path, dist/generators/health/index.js. */
export function subGenerator({ name, title, options, generators = {} }: DoorFeature): string {
  const kinds = Object.entries(generators).flatMap(([kind, one]) => [
    '    {',
    `      kind: ${quoted(kind)},`,
    ...broken(`      summary: ${quoted(one.summary)},`),
    '      arguments: {',
    ...Object.entries(one.arguments ?? {}).flatMap(([argument, { description }]) =>
      broken(`        ${argument}: ${quoted(description)},`),
    ),
    '      },',
    '    },',
  ]);
  const lines = Object.entries(options).flatMap(([option, schema]) => optionLines(option, schema));
  return [
    `// Derived from generators/${name} by tools/derive-generators.ts.`,
    "import { featureGenerator } from '../../feature-generator.ts';",
    '',
    'export default featureGenerator({',
    `  name: ${quoted(name)},`,
    `  title: ${quoted(title)},`,
    ...(lines.length === 0 ? ['  options: [],'] : ['  options: [', ...lines, '  ],']),
    ...(kinds.length === 0 ? [] : ['  generators: [', ...kinds, '  ],']),
    '});',
    '',
  ].join('\n');
}

function optionLines(name: string, { type, description }: OptionSchema): readonly string[] {
  return [
    '    {',
    `      name: ${quoted(name)},`,
    `      type: ${quoted(String(type ?? 'string'))},`,
    ...broken(`      description: ${quoted(String(description ?? ''))},`),
    '    },',
  ];
}

/** As the formatter would: a text too long for its line goes below its name. */
function broken(line: string): readonly string[] {
  if (line.length <= LINE_WIDTH) return [line];
  const indent = /^ */.exec(line)?.[0] ?? '';
  const end = line.indexOf(':') + 1;
  return [line.slice(0, end), `${indent}  ${line.slice(end + 1)}`];
}

/** As the formatter would: single quotes, unless the text has more of them than of double ones. */
function quoted(text: string): string {
  const double = JSON.stringify(text);
  const single = `'${double.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
  return single.length <= double.length ? single : double;
}
