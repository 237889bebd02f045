import type { Json } from '@joinery/kit';
import type { ResolveRequest } from '../request.ts';

/** The commands that lead from one request to another, ready to be pasted into a shell. */
export function commandFor(before: ResolveRequest, after: ResolveRequest): string {
  const lock = before.lock ?? {};
  const gone = Object.keys(before.features).filter(
    (name) => Object.hasOwn(lock, name) && !Object.hasOwn(after.features, name),
  );
  const added = Object.entries(after.features).filter(
    ([name, range]) =>
      !Object.hasOwn(lock, name) || before.features[name] !== range || settingsOf(before, name).length > 0,
  );
  const tier = after.tier !== undefined && after.tier !== before.tier ? after.tier : undefined;
  const commands = [...hostCommands(before, after)];
  const { folder, words: given = [] } = before.called ?? {};
  if (gone.length > 0 && added.length === 0) commands.push(['joinery', 'remove', ...gone, ...given]);
  if (added.length > 0) {
    const features = added.map(([name, range]) => (range === '*' ? name : `${name}@${range}`));
    const exclude = (after.exclude ?? []).flatMap((name) => ['--exclude', name]);
    const at = after.tier === undefined ? [] : ['--tier', after.tier];
    // In one run: what others require is taken out only together with what takes its place.
    const remove = gone.flatMap((name) => ['--remove', name]);
    const set = added.flatMap(([name]) => settingsOf(before, name));
    commands.push(['joinery', 'add', ...features, ...remove, ...at, ...exclude, ...set, ...given]);
  } else if (tier !== undefined) commands.push(['joinery', 'tier', tier, ...given]);
  // Nothing is left to be done; then the user wants to see what else there is.
  if (commands.length === 0) commands.push(['joinery', 'list', ...given]);
  if (folder !== undefined) commands.unshift(['cd', folder]);
  return commands.map((words) => words.map(quoted).join(' ')).join(' && ');
}

/** The options that a feature was asked with: `--set health.cacheMs=500`. */
function settingsOf({ settings = {} }: ResolveRequest, name: string): readonly string[] {
  const own = Object.hasOwn(settings, name) ? (settings[name] ?? {}) : {};
  return Object.entries(own).flatMap(([key, value]) => ['--set', `${name}.${key}=${written(value)}`]);
}

/** As `--set` reads it: text as it is, unless it would be read as JSON. */
function written(value: Json): string {
  return typeof value === 'string' && !isJson(value) ? value : JSON.stringify(value);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function hostCommands(before: ResolveRequest, after: ResolveRequest): string[][] {
  const changed = Object.entries(after.host ?? {}).filter(
    ([name, version]) => before.host?.[name] !== version,
  );
  const { manager = 'npm' } = before;
  const gone = packagesGone(before, after);
  const remove = gone.length === 0 ? [] : [[manager, manager === 'npm' ? 'uninstall' : 'remove', ...gone]];
  const moved = changed.map(([name, version]) => {
    if (name === 'node') return nodeCommand(short(version), before.evidence?.node);
    if (name === manager) return ['corepack', 'use', `${name}@${version}`];
    return [manager, manager === 'npm' ? 'install' : 'add', `${name}@^${short(version)}`];
  });
  return [...remove, ...moved];
}

/** What of the host is in the way, and is taken out. */
export function packagesGone(before: ResolveRequest, after: ResolveRequest): readonly string[] {
  return Object.keys(before.host ?? {}).filter((name) => !Object.hasOwn(after.host ?? {}, name));
}

function nodeCommand(version: string, evidence: string | undefined): string[] {
  return promiseOf(evidence) === 'package.json'
    ? ['npm', 'pkg', 'set', `engines.node=>=${version}`]
    : ['nvm', 'install', version];
}

/** Where a service says which Node.js it runs on, by the evidence of its profile. */
export function promiseOf(evidence: string | undefined): 'package.json' | 'file' | 'image' | 'none' {
  if (evidence === undefined) return 'none';
  if (evidence.startsWith('Dockerfile')) return 'image';
  if (/^\.(?:nvmrc|node-version)/.test(evidence)) return 'file';
  // Where nothing says it, package.json is the place to say it.
  return 'package.json';
}

/** `5` for 5.0.0, `5.1` for 5.1.0. */
export function short(version: string): string {
  return version.replace(/^(\d{1,16})(?:(\.[1-9]\d{0,15})\.0|\.0\.0)$/, '$1$2');
}

function quoted(word: string): string {
  return /^[\w@/.^~:=+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
