import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkFeature } from './check-feature.ts';

const generators = join(__dirname, '../../../../generators');

const features = readdirSync(generators, { withFileTypes: true }).filter((entry) => entry.isDirectory());

test.each(features.map(({ name }) => name))('%s is shaped as a feature must be', (name) => {
  expect(checkFeature(join(generators, name))).toEqual([]);
});

describe('a faulty package', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'feature-'));
    cpSync(join(generators, 'health'), folder, {
      recursive: true,
      filter: (source) => !/node_modules|dist/.test(source),
    });
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const edit = (path: string, change: (text: string) => string) =>
    writeFileSync(join(folder, path), change(readFileSync(join(folder, path), 'utf8')));

  test.each([
    ['package.json', (text: string) => text.replace('"requires"', '"require"'), /require/],
    ['package.json', (text: string) => text.replace('joinery-feature', 'feature'), /`keywords` lacks/],
    ['README.md', (text: string) => text.replace('## Options', '## Settings'), /headings/],
    ['options.schema.json', (text: string) => text.replace('"default"', '"preset"'), /has no default/],
    ['templates/health/health.ts', (text: string) => `${text}let x: any;\n`, /uses `any`/],
  ])('is told about %s', (path, change, expected) => {
    edit(path, change);
    expect(checkFeature(folder).join('\n')).toMatch(expected);
  });
});
