import type { Lockfile } from '../lockfile/lockfile.ts';
import type { PackageJson } from '../profile/package-json.ts';
import type { Tree } from '../tree/tree.ts';
import { type Drift, type DriftId, FIX } from './drift.ts';

/** Dependencies, scripts, start options, variables and other additions that are no longer where they were put. */
export function driftOfPackage(
  lock: Lockfile,
  json: PackageJson,
  manifest: string,
  tree: Tree,
): readonly Drift[] {
  const drift = (id: DriftId, features: readonly string[], place: string, found: string): Drift => {
    return { id, features, place, found, todo: FIX, fixable: true };
  };
  const scripts = Object.values(json.scripts);
  return [
    ...Object.entries(lock.dependencies)
      .filter(([name]) => json.dependencies[name] === undefined && json.devDependencies[name] === undefined)
      .map(([name, { owners }]) =>
        drift(
          'dependency-missing',
          owners,
          manifest,
          `The generated code imports \`${name}\`, and \`${manifest}\` does not list it.`,
        ),
      ),
    ...Object.entries(lock.scripts)
      .filter(([name]) => json.scripts[name] === undefined)
      .map(([name, { owners }]) =>
        drift('script-missing', owners, manifest, `The script \`${name}\` is gone.`),
      ),
    ...lock.startOptions
      .filter(({ option }) => !scripts.some((script) => script?.includes(option[0])))
      .map(({ program, option, owners }) =>
        drift(
          'start-option-missing',
          owners,
          manifest,
          `\`${program}\` is no longer started with \`${option.join(' ')}\`.`,
        ),
      ),
    ...Object.entries(lock.dotenv).flatMap(([file, { entries }]) => {
      const text = tree.read(file) ?? '';
      const gone = Object.keys(entries).filter(
        (name) => !new RegExp(`^\\s*#?\\s*(?:export\\s+)?${name}\\s*=`, 'm').test(text),
      );
      return gone.map((name) =>
        drift('variable-missing', [], file, `The variable \`${name}\` is gone from \`${file}\`.`),
      );
    }),
    ...Object.entries(lock.fileEdits ?? {}).flatMap(([file, { owners, edits }]) => {
      const text = tree.read(file) ?? '';
      return edits.every(({ put }) => [put, ...(put.pieces ?? [])].every((each) => text.includes(each.text)))
        ? []
        : [drift('addition-missing', owners, file, `What was put into \`${file}\` is gone, or was changed.`)];
    }),
  ];
}
