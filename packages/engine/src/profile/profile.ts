import type { Fact, ImportExtension, ModuleSystem, Profile } from '@joinery/kit';
import semver from 'semver';
import { EXIT, ProblemError } from '../problem.ts';
import { passOver } from '../tree/pass-over.ts';
import type { Tree } from '../tree/tree.ts';
import { findClients } from './clients.ts';
import { readCodeStyle } from './code-style.ts';
import { findConsoleCalls } from './console-calls.ts';
import { findEntry } from './entry.ts';
import { findFailureHandlers } from './failure-handlers.ts';
import { type FoundFramework, findFramework } from './framework.ts';
import { followImports } from './import-graph.ts';
import { findKubernetes } from './kubernetes.ts';
import { findLoggers } from './loggers.ts';
import { findNodeFloor, nodeWarning } from './node-floor.ts';
import type { PackageJson } from './package-json.ts';
import { findPackageManager } from './package-manager.ts';
import { dirname, joinPath } from './path.ts';
import type { Pins } from './pins.ts';
import { findPrettier } from './prettier.ts';
import { findProviders } from './providers.ts';
import { findServiceManifest } from './service-manifest.ts';
import { findSignalHandlers } from './signal-handlers.ts';
import { findTests } from './test-runner.ts';
import { readTypeScriptSettings, type TypeScriptSettings } from './typescript-settings.ts';
import { findUpstreams } from './upstreams.ts';
import { findOutput, findWorkspace } from './workspace.ts';

/**
 * Tell what a service is, from package.json, its settings and the first files of its entry's import graph.
 * Throws ProblemError when it is no Node.js project or when its entry or framework cannot be told.
 */
export function profile(tree: Tree, pins: Pins): Profile {
  const { path: manifest, json } = findServiceManifest(tree);
  const node = findNodeFloor(tree, json);
  const settings = readTypeScriptSettings(tree);
  const entry = pinnedEntry(tree, pins) ?? findEntry(tree, json, settings);
  if (entry === undefined) throw noEntry();
  const open = passOver(tree);
  const sourceRoot = sourceRootOf(entry.value);
  const platformFolder = pins.platformFolder ?? joinPath(sourceRoot, 'platform');
  const sources = followImports(open, entry.value, { except: platformFolder });
  const framework = findFramework(tree, json, sources, pins.framework, open.passed);
  const moduleSystem = moduleSystemOf(json, settings, entry.value);
  const importExtension = extensionOf(tree, entry.value, settings, moduleSystem.value);
  return {
    service: { name: json.name ?? 'service', ...(json.description ? { description: json.description } : {}) },
    manifest,
    ...workspaceOf(tree),
    ...(settings === undefined ? {} : { compilation: settings.compilation }),
    ...outputOf(json, entry.value, sourceRoot),
    packageManager: findPackageManager(tree, json),
    moduleSystem,
    importExtension,
    ...(importExtension === '' && /^node\d|^nodenext/.test(settings?.module ?? '')
      ? { lazyExtension: '.js' }
      : {}),
    sourceRoot,
    platformFolder,
    clients: findClients(sources),
    providers: framework.value.name === 'nest' ? findProviders(sources) : [],
    upstreams: findUpstreams(sources),
    loggers: findLoggers(sources, platformFolder),
    consoleCalls: findConsoleCalls(sources, platformFolder),
    signalHandlers: findSignalHandlers(sources, platformFolder),
    failureHandlers: findFailureHandlers(tree, sources, framework.value.name, platformFolder),
    entry,
    framework,
    ...platformOf(json, framework.value),
    startedBy: startedByFastify(json) && framework.value.name === 'fastify' ? 'fastify-cli' : 'own-code',
    ...kubernetesOf(tree),
    node,
    ...typescriptOf(tree, json),
    tests: findTests(tree, json, sourceRoot, settings),
    style: readCodeStyle(tree.read(entry.value) ?? ''),
    ...prettierOf(tree, json),
    scripts: json.scripts,
    dependencies: dependenciesOf(json),
    unknown: [
      ...(settings === undefined ? ['No tsconfig.json: TypeScript settings are assumed.'] : []),
      ...[nodeWarning(node)].filter((warning) => warning !== undefined),
    ],
  };
}

function pinnedEntry(tree: Tree, pins: Pins): Fact<string> | undefined {
  if (pins.entry === undefined) return undefined;
  const value = joinPath('', pins.entry);
  return tree.read(value) === undefined ? undefined : { value, evidence: 'joinery.json#profile.entry' };
}

function noEntry(): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'no-entry',
    exitCode: EXIT.error,
    found:
      'The TypeScript file that starts this service cannot be told from package.json, tsconfig.json or the Dockerfile.',
    todo: 'Name it as `profile.entry` in joinery.json, for example `{ "profile": { "entry": "src/server.ts" } }`.',
  });
}

/** The topmost folder of the entry or the `src` in it: `src` of `src/bin/www.ts`, `apps/api/src` of `apps/api/src/main.ts`. */
function sourceRootOf(entry: string): string {
  const folders = dirname(entry).split('/');
  return folders.slice(0, Math.max(folders.indexOf('src'), 0) + 1).join('/');
}

function moduleSystemOf(
  json: PackageJson,
  settings: TypeScriptSettings | undefined,
  entry: string,
): Fact<ModuleSystem> {
  if (entry.endsWith('.mts')) return { value: 'esm', evidence: entry };
  if (entry.endsWith('.cts')) return { value: 'commonjs', evidence: entry };
  const module = settings?.module ?? '';
  if (module === 'commonjs') return { value: 'commonjs', evidence: `${settings?.file}#module` };
  if (/^es/.test(module)) return { value: 'esm', evidence: `${settings?.file}#module` };
  const esm = json.type === 'module';
  return { value: esm ? 'esm' : 'commonjs', evidence: 'package.json#type' };
}

/** The entry's own relative imports decide; else what the settings demand. */
function extensionOf(
  tree: Tree,
  entry: string,
  settings: TypeScriptSettings | undefined,
  system: ModuleSystem,
): ImportExtension {
  const own = /\bfrom\s*["']\.{1,2}\/[^"']*?(\.[cm]?[jt]s)?["']/.exec(tree.read(entry) ?? '');
  if (own?.[1] !== undefined) return own[1].endsWith('ts') ? '.ts' : '.js';
  if (own !== null) return '';
  const strict = /^node/.test(settings?.module ?? '') || /^node/.test(settings?.moduleResolution ?? '');
  if (settings?.allowImportingTsExtensions && strict) return '.ts';
  return strict && system === 'esm' && settings?.moduleResolution !== 'node' ? '.js' : '';
}

function platformOf(json: PackageJson, framework: FoundFramework): Pick<Profile, 'httpPlatform'> {
  if (framework.name !== 'nest') return {};
  return {
    httpPlatform: json.dependencies['@nestjs/platform-fastify'] === undefined ? 'express' : 'fastify',
  };
}

function prettierOf(tree: Tree, json: PackageJson): Pick<Profile, 'prettier'> {
  const prettier = findPrettier(tree, json);
  return prettier === undefined ? {} : { prettier };
}

function workspaceOf(tree: Tree): Pick<Profile, 'workspace'> {
  const workspace = findWorkspace(tree);
  return workspace === undefined ? {} : { workspace };
}

function outputOf(json: PackageJson, entry: string, sourceRoot: string): Pick<Profile, 'outputFolder'> {
  const outputFolder = findOutput(json, entry, sourceRoot);
  return outputFolder === undefined || outputFolder === sourceRoot ? {} : { outputFolder };
}

function kubernetesOf(tree: Tree): Pick<Profile, 'kubernetes'> {
  const kubernetes = findKubernetes(tree);
  return kubernetes === undefined ? {} : { kubernetes };
}

function startedByFastify(json: PackageJson): boolean {
  return Object.values(json.scripts).some((command) => /(?:^|&&|\s)fastify start\b/.test(command));
}

/** The installed version, which is what compiles; else the lowest that package.json allows. */
function typescriptOf(tree: Tree, json: PackageJson): Pick<Profile, 'typescript'> {
  const path = 'node_modules/typescript/package.json';
  const installed = /"version"\s*:\s*"([^"]+)"/.exec(tree.read(path) ?? '')?.[1];
  if (installed !== undefined) return { typescript: { value: installed, evidence: path } };
  const range = json.devDependencies.typescript ?? json.dependencies.typescript;
  const version = range === undefined || semver.validRange(range) === null ? null : semver.minVersion(range);
  return version === null ? {} : { typescript: { value: version.version, evidence: 'package.json' } };
}

function dependenciesOf(json: PackageJson): Profile['dependencies'] {
  const entries = (list: Readonly<Record<string, string>>, dev: boolean) =>
    Object.entries(list).map(([name, range]) => [name, { range, dev }] as const);
  return Object.fromEntries([...entries(json.devDependencies, true), ...entries(json.dependencies, false)]);
}
