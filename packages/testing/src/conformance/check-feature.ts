import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from '@joinery/engine';
import { checkTemplate } from './check-template.ts';

const HEADINGS = ['What it adds', 'Options', 'Capabilities', 'After applying', 'How to remove'];

/**
 * Check the shape of a feature's package; returns a sentence for each fault.
 * Its behaviour is checked by the laws, over hosts in memory.
 */
export function checkFeature(folder: string): readonly string[] {
  const text = read(folder, 'package.json');
  if (text === undefined) return ['There is no package.json.'];
  const manifest = readManifest(text, 'package.json');
  if (manifest.kind === 'faulty') return manifest.problems.map(({ found, todo }) => `${found} ${todo}`);
  return [
    ...checkPackage(text, folder),
    ...checkOptions(manifest.value.manifest.options, folder),
    ...checkReadme(read(folder, 'README.md')),
    ...templatesIn(folder).flatMap((path) => checkTemplate(path, read(folder, path) ?? '')),
  ];
}

function checkPackage(text: string, folder: string): readonly string[] {
  const json: Readonly<Record<string, unknown>> = JSON.parse(text);
  const files = Array.isArray(json.files) ? json.files : [];
  return [
    ...(String(json.keywords).includes('joinery-feature') ? [] : ['`keywords` lacks `joinery-feature`.']),
    ...(JSON.stringify(json.exports ?? {}).includes('"./plan"') ? [] : ['`exports` lacks `./plan`.']),
    ...(existsSync(join(folder, 'plan.ts')) ? [] : ['There is no plan.ts.']),
    ...['dist', 'templates']
      .filter((name) => !files.includes(name))
      .map((name) => `\`files\` lacks \`${name}\`.`),
  ];
}

function checkOptions(path: string | undefined, folder: string): readonly string[] {
  if (path === undefined) return [];
  const text = read(folder, path);
  if (text === undefined) return [`\`options\` names ${path}, which is not there.`];
  const { properties = {} }: { readonly properties?: Readonly<Record<string, object>> } = JSON.parse(text);
  return Object.entries(properties).flatMap(([name, schema]) => [
    ...('description' in schema ? [] : [`The option \`${name}\` has no description.`]),
    ...('default' in schema ? [] : [`The option \`${name}\` has no default.`]),
  ]);
}

function checkReadme(text: string | undefined): readonly string[] {
  if (text === undefined) return ['There is no README.md.'];
  const headings = [...text.matchAll(/^## (.+)$/gm)].map((match) => match[1]);
  return headings.join() === HEADINGS.join()
    ? []
    : [`README.md has the headings ${headings.join(', ')}, not ${HEADINGS.join(', ')}.`];
}

function templatesIn(folder: string): readonly string[] {
  const root = join(folder, 'templates');
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => join('templates', path));
}

function read(folder: string, path: string): string | undefined {
  const file = join(folder, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
