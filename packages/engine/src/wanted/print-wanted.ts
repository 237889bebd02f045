import type { Json, Tier } from '@joinery/kit';
import type { HostEditor } from '../planner/host-editor.ts';
import type { Tree } from '../tree/tree.ts';
import { WANTED_FILE, type Wanted, type WantedFeature } from './wanted.ts';

/**
 * The text of joinery.json for a wanted state; `undefined` when the file says nothing any more.
 * What people wrote in it stays: comments, order, pins.
 */
export function printWanted(
  tree: Tree,
  before: Wanted,
  after: Wanted & { readonly tier: Tier },
  editor: Pick<HostEditor, 'editJson'>,
): string | undefined {
  const text = tree.read(WANTED_FILE);
  const empty = Object.keys(after.features).length === 0;
  if (text === undefined) {
    return empty
      ? undefined
      : `${JSON.stringify({ tier: after.tier, features: plain(after.features) }, null, 2)}\n`;
  }
  const pinned = before.exclude.length > 0 || Object.keys(before.profile).length > 0;
  if (empty && !pinned) return undefined;
  let edited = before.tier === after.tier ? text : editor.editJson(text, ['tier'], after.tier);
  for (const name of Object.keys(before.features)) {
    if (!Object.hasOwn(after.features, name)) edited = editor.editJson(edited, ['features', name], undefined);
  }
  for (const [name, feature] of Object.entries(after.features)) {
    const same = JSON.stringify(feature) === JSON.stringify(before.features[name]);
    if (!same) edited = editor.editJson(edited, ['features', name], plainFeature(feature));
  }
  return edited;
}

function plain(features: Wanted['features']): Json {
  const names = Object.entries(features).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(names.map(([name, feature]) => [name, plainFeature(feature)]));
}

function plainFeature({ range, options }: WantedFeature): Json {
  return Object.keys(options).length === 0 ? range : { range, options };
}
