import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json, Manifest } from '../../packages/kit/src/index.ts';
import type { DoorFeature } from '../../tools/derive/read-features.ts';

type Row = readonly [label: string, text: string];

/** The page of a feature: what its manifest says at a glance, its README, and its options with type and default. */
export function featurePage(feature: DoorFeature, readme: string, generators: string): string {
  const manifest = readManifest(join(generators, feature.name, 'package.json'));
  const rest = readme.replace(/^# .*\n+/, '');
  const rows = glance(feature, manifest).map(([label, text]) => `| ${label} | ${text} |`);
  return [
    `# ${feature.title}`,
    `\`${feature.name}\` ${feature.version}`,
    `\`\`\`bash\nnpx joinery add ${feature.name}\n\`\`\``,
    `| at a glance | |\n|---|---|\n${rows.join('\n')}`,
    rest,
    ...optionTypes(feature),
  ].join('\n\n');
}

function glance({ tiers, category }: DoorFeature, manifest: Manifest): readonly Row[] {
  const rows: readonly Row[] = [
    ['category', category],
    ['from tier', tiers.min ?? 'basic'],
    ['comes with tier', tiers.preset ?? 'only when it is named or needed'],
    ['frameworks', (manifest.frameworks ?? []).join(', ')],
    ['provides', pairs(manifest.provides)],
    ['requires', pairs(manifest.requires)],
    ['uses if present', pairs(manifest.optional)],
    ['never together with', conflicts(manifest)],
    ['host', pairs(manifest.host)],
  ];
  return rows.filter(([, text]) => text !== '');
}

function pairs(record: Readonly<Record<string, string>> = {}): string {
  return Object.entries(record)
    .map(([name, range]) => `\`${name}\` ${cell(range)}`)
    .join(', ');
}

function conflicts({ conflicts: declared = {} }: Manifest): string {
  return Object.entries(declared)
    .map(([name, { because }]) => `\`${name}\`: ${cell(because)}`)
    .join('<br>');
}

/** Options as the schema has them, which is what the doors check by. */
function optionTypes({ options }: DoorFeature): readonly string[] {
  const rows = Object.entries(options).map(([name, schema]) => {
    const type = Array.isArray(schema.enum) ? schema.enum.map(show).join(', ') : String(schema.type ?? '');
    return `| \`${name}\` | ${cell(type)} | ${cell(show(schema.default ?? null))} | ${cell(String(schema.description ?? ''))} |`;
  });
  if (rows.length === 0) return [];
  return [`## All options\n\n| option | type | default | |\n|---|---|---|---|\n${rows.join('\n')}`];
}

function show(value: Json): string {
  return `\`${JSON.stringify(value)}\``;
}

/** A bar would end the cell. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function readManifest(file: string): Manifest {
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly joinery: Manifest }).joinery;
}
