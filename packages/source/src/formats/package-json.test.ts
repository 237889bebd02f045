import type { PackageChanges } from '@joinery/engine';
import { dependency, devDependency, script, startOption } from '@joinery/kit';
import fc from 'fast-check';
import { editPackage } from './package-json.ts';

const none: PackageChanges = { dependencies: [], scripts: [], startOptions: [], removed: [] };
const zod = dependency('zod', '^4.0.0');
const api = dependency('@opentelemetry/api', '^1.9.0');

function add(text: string, ...dependencies: PackageChanges['dependencies'][number][]): string {
  return editPackage(text, { ...none, dependencies });
}

test('a dependency lands in its place in a sorted list', () => {
  const text = '{\n  "dependencies": {\n    "express": "^5.0.0",\n    "yaml": "^2.0.0"\n  }\n}\n';
  expect(add(text, zod, api)).toBe(
    '{\n  "dependencies": {\n    "@opentelemetry/api": "^1.9.0",\n    "express": "^5.0.0",\n    "yaml": "^2.0.0",\n    "zod": "^4.0.0"\n  }\n}\n',
  );
});

test('and last in one that is not sorted', () => {
  const text = '{\n\t"dependencies": {\n\t\t"yaml": "2",\n\t\t"express": "5"\n\t}\n}';
  expect(add(text, api)).toContain('"express": "5",\n\t\t"@opentelemetry/api": "^1.9.0"\n\t}');
});

test.each(['^4.1.0', '>=3', '^5.0.0', '*', 'catalog:', 'workspace:*', 'npm:@atlas/zod@1', 'github:a/b'])(
  'what the host has stays: %s',
  (range) => {
    const text = `{ "dependencies": { "zod": "${range}" } }`;
    expect(add(text, zod)).toBe(text);
  },
);

test('a development dependency is met by a dependency, not the other way round', () => {
  const text = '{ "devDependencies": { "zod": "^4.2.0" } }';
  expect(add(text, devDependency('zod', '^4.0.0'))).toBe(text);
  expect(JSON.parse(add(text, zod))).toEqual({
    dependencies: { zod: '^4.2.0' },
    devDependencies: { zod: '^4.2.0' },
  });
});

test('a missing list is made beside its neighbours', () => {
  const text = '{\n  "name": "atlas",\n  "scripts": {},\n  "devDependencies": {\n    "a": "1"\n  }\n}\n';
  expect(Object.keys(JSON.parse(add(text, zod)))).toEqual([
    'name',
    'scripts',
    'dependencies',
    'devDependencies',
  ]);
});

test('start options are added to every call that does not set them', () => {
  const scripts = {
    start: 'npm run build && fastify start -l info dist/app.js',
    dev: 'concurrently "fastify start -w dist/app.js" "tsc -w"',
    own: 'fastify start -g 100 dist/app.js && fastify start --close-grace-delay=5 a.js',
    other: 'my-fastify start && fastify startle',
  };
  const text = JSON.stringify({ scripts }, undefined, 2);
  const option = startOption('fastify', '--close-grace-delay', '30000');
  const edited = editPackage(text, { ...none, startOptions: [option] });
  expect(JSON.parse(edited).scripts).toEqual({
    ...scripts,
    start: 'npm run build && fastify start --close-grace-delay 30000 -l info dist/app.js',
    dev: 'concurrently "fastify start --close-grace-delay 30000 -w dist/app.js" "tsc -w"',
  });
  expect(editPackage(edited, { ...none, startOptions: [option] })).toBe(edited);
  expect(editPackage(edited, { ...none, removed: [option] })).toBe(text);
});

test('a script of the host stays, and only ours is taken out', () => {
  const text = '{\n  "scripts": {\n    "lint": "eslint"\n  }\n}\n';
  const ours = script('openapi', 'node openapi.js');
  const edited = editPackage(text, { ...none, scripts: [script('lint', 'biome'), ours] });
  expect(JSON.parse(edited).scripts).toEqual({ lint: 'eslint', openapi: 'node openapi.js' });
  expect(editPackage(edited, { ...none, removed: [script('lint', 'biome'), ours] })).toBe(text);
});

test('taking back restores every byte, whatever the layout', () => {
  const entries = fc.uniqueArray(fc.constantFrom('express', 'yaml', 'a', 'zzz', '@types/node'));
  const host = fc
    .record({
      name: fc.constant('atlas'),
      scripts: fc.constant({ start: 'node .' }),
      list: entries,
      dev: entries,
    })
    .map(({ list, dev, ...rest }) => ({
      ...rest,
      ...(list.length === 0 ? {} : { dependencies: Object.fromEntries(list.map((name) => [name, '1'])) }),
      ...(dev.length === 0 ? {} : { devDependencies: Object.fromEntries(dev.map((name) => [name, '1'])) }),
    }));
  const layout = fc.record({
    indent: fc.constantFrom('  ', '    ', '\t', ''),
    eol: fc.constantFrom('\n', '\r\n'),
    end: fc.constantFrom('', '\n'),
  });
  const needs = fc.uniqueArray(
    fc.constantFrom(zod, api, dependency('pino', '^9.0.0'), devDependency('c8', '^10.0.0')),
  );
  fc.assert(
    fc.property(host, layout, needs, (json, { indent, eol, end }, dependencies) => {
      const text = (JSON.stringify(json, undefined, indent) + end).replaceAll('\n', eol);
      const edited = editPackage(text, { ...none, dependencies, scripts: [script('x', 'y')] });
      expect(editPackage(edited, { ...none, dependencies, scripts: [script('x', 'y')] })).toBe(edited);
      expect(editPackage(edited, { ...none, removed: [script('x', 'y'), ...dependencies] })).toBe(text);
    }),
  );
});

test('comments and trailing commas in a package.json5-like file are left alone', () => {
  const text = '{\n  // ours\n  "dependencies": {\n    "express": "^5.0.0", // the web\n  },\n}\n';
  const edited = add(text, api);
  expect(edited).toBe(text.replace('    "express"', '    "@opentelemetry/api": "^1.9.0",\n    "express"'));
});

test('what a newer version replaces keeps its place', () => {
  const text =
    '{\n  "scripts": {\n    "check": "check 1",\n    "start": "node ."\n  },\n  "dependencies": {\n    "zod": "^4.0.0"\n  }\n}\n';
  const edited = editPackage(text, {
    dependencies: [{ kind: 'dependency', name: 'zod', range: '^4.2.0', dev: false }],
    scripts: [{ kind: 'script', name: 'check', command: 'check 2' }],
    startOptions: [],
    removed: [
      { kind: 'dependency', name: 'zod', range: '^4.0.0', dev: false },
      { kind: 'script', name: 'check', command: 'check 1' },
    ],
  });
  expect(edited).toBe(text.replace('check 1', 'check 2').replace('^4.0.0', '^4.2.0'));
});

test('scripts of ours stand last by name, whichever came first', () => {
  const text = '{ "scripts": { "start": "node .", "build": "tsc" } }';
  const [check, open, stack] = ['check', 'open', 'stack'].map((name) => script(name, name));
  if (check === undefined || open === undefined || stack === undefined) throw new Error('three');
  const first = editPackage(text, { ...none, scripts: [check, stack] });
  const edited = editPackage(first, { ...none, scripts: [check, open, stack] });
  expect(edited).toBe(editPackage(text, { ...none, scripts: [check, open, stack] }));
  expect(Object.keys(JSON.parse(edited).scripts)).toEqual(['start', 'build', 'check', 'open', 'stack']);
  expect(editPackage(edited, { ...none, removed: [check, open, stack] })).toBe(text);
});
