import type { Lockfile } from '../lockfile/lockfile.ts';
import { readBase } from '../planner/base-texts.ts';
import type { HostEditor, UseDrift } from '../planner/host-editor.ts';
import { hash } from '../tree/hash.ts';
import type { Tree } from '../tree/tree.ts';
import type { Drift } from './drift.ts';

/** Look into edited generated files, by binding: features that are no longer mounted, and middleware out of its order. */
export async function driftOfUses(
  { files }: Lockfile,
  tree: Tree,
  loadEditor: () => Promise<HostEditor>,
): Promise<readonly Drift[]> {
  const found: Drift[] = [];
  for (const [path, locked] of Object.entries(files)) {
    const text = /\.[mc]?ts$/.test(path) && locked.yours !== true ? tree.read(path) : undefined;
    const pristine =
      text === undefined || hash(text) === locked.hash ? undefined : readBase(tree, locked.hash);
    if (pristine === undefined) continue;
    const { compareUses } = await loadEditor();
    found.push(...compareUses(tree, path, pristine).map((use) => driftOf(use, path, files)));
  }
  return found;
}

function driftOf(use: UseDrift, path: string, files: Lockfile['files']): Drift {
  const features = files[use.module]?.owners ?? [];
  const whose = features.map((name) => `\`${name}\``).join(' and ') || 'Joinery';
  const place = `${path}:${use.line}`;
  if (use.kind === 'gone') {
    const [name] = features;
    const leave = name === undefined ? '' : `, or take the feature out with \`joinery remove ${name}\``;
    return {
      id: 'use-missing',
      features,
      place,
      found: `\`${path}\` no longer uses \`${use.symbol}\` of ${whose} (\`${use.module}\`): what it does is gone from the service.`,
      todo: `Put it back${leave}. \`git diff ${path}\` shows what was changed.`,
      fixable: false,
    };
  }
  return {
    id: 'order-changed',
    features: [...new Set([...features, ...(files[use.before.module]?.owners ?? [])])].sort(),
    place,
    found: `\`${use.symbol}\` of ${whose} runs before \`${use.before.symbol}\`, and must run after it.`,
    todo: `Move it below \`${use.before.symbol}\` again. \`git diff ${path}\` shows what was changed.`,
    fixable: false,
  };
}
