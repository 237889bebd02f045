import {
  type Catalog,
  type CatalogFeature,
  EXIT,
  type ExitCode,
  nearest,
  ProblemError,
} from '@joinery/engine';
import { answerJson } from '../program/answer.ts';
import { type CommonOptions, placesOf, serviceOf } from '../program/options.ts';
import type { World } from '../program/world.ts';
import { describeOptions, type OptionRow } from './describe-options.ts';
import { newestFirst } from './list.ts';

/** `joinery info <feature>`: what a feature adds, needs and supports, and its options. */
export async function info(name: string, options: CommonOptions, world: World): Promise<ExitCode> {
  const { catalog } = world.open(serviceOf(world, options), placesOf(world, options));
  const short = name.replace(/^@joinery\//, '');
  const versions = newestFirst(await catalog.versions(short));
  const [first] = versions;
  if (first === undefined) throw unknownFeature(short, await catalog.names());
  const schema = await optionsSchema(first, catalog);
  const rows = describeOptions(schema);
  if (options.json === true) answerJson({ kind: 'info', versions, options: schema ?? null }, world.terminal);
  else world.terminal.out(infoText(first, versions, world) + optionsText(rows, world));
  return EXIT.done;
}

/** The options need the package at hand; a feature that is only listed somewhere has none to show. */
async function optionsSchema({ entry, manifest }: CatalogFeature, catalog: Catalog) {
  if (manifest.options === undefined) return undefined;
  try {
    return (await catalog.load(entry.name, entry.version)).optionsSchema;
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}

function optionsText(rows: readonly OptionRow[], { terminal: { paint } }: World): string {
  if (rows.length === 0) return '';
  const width = Math.max(...rows.map(({ name, kind }) => name.length + kind.length));
  const lines = rows.map(({ name, kind, fallback, description }) => {
    const label = `${paint.bold(name)} ${paint.dim(kind)}${' '.repeat(width - name.length - kind.length)}`;
    const standard = fallback === undefined ? '' : paint.dim(` (${fallback} unless set)`);
    return `  ${label}  ${description}${standard}\n`;
  });
  return `\n${paint.bold('options')}, set with \`--set <feature>.<option>=<value>\`\n${lines.join('')}`;
}

function infoText(
  { entry, manifest, origin }: CatalogFeature,
  versions: readonly CatalogFeature[],
  { terminal: { paint } }: World,
): string {
  const { requires, optional, provides, conflicts, host, frameworks, tiers } = manifest;
  const rows: readonly (readonly [string, string])[] = [
    ['requires', pairs(requires)],
    ['uses if present', pairs(optional)],
    ['provides', pairs(provides)],
    [
      'conflicts with',
      Object.entries(conflicts ?? {})
        .map(([name, { because }]) => `${name}, because ${because}`)
        .join('; '),
    ],
    ['tiers', tiers === undefined ? '' : `${tiers.min ?? 'basic'} to ${tiers.max ?? 'enterprise'}`],
    ['frameworks', frameworks?.join(', ') ?? ''],
    ['needs of the host', pairs(host)],
    ['versions', versions.map((one) => `${one.entry.version} (${one.origin})`).join(', ')],
  ];
  const shown = rows.filter(([, value]) => value !== '');
  const width = Math.max(...shown.map(([label]) => label.length));
  const lines = shown.map(([label, value]) => `  ${paint.dim(label.padEnd(width))}  ${value}`);
  const head = `${paint.bold(entry.name)} ${entry.version}  ${manifest.title} ${paint.dim(`(${origin})`)}`;
  return `${[head, manifest.summary, '', ...lines].join('\n')}\n`;
}

function pairs(record: Readonly<Record<string, string>> | undefined): string {
  return Object.entries(record ?? {})
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

function unknownFeature(name: string, known: readonly string[]): ProblemError {
  const close = nearest(name, known).map((one) => `\`${one}\``);
  return new ProblemError({
    kind: 'problem',
    id: 'unknown-feature',
    exitCode: EXIT.error,
    found: `There is no feature \`${name}\`.${close.length === 0 ? '' : ` The nearest: ${close.join(', ')}.`}`,
    todo: '`joinery list` shows every feature that can be had here.',
  });
}
