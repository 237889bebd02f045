import type { PackageChanges } from '@joinery/engine';
import type { DependencyStatement, ScriptStatement } from '@joinery/kit';
import { addDependency, removeDependency } from './dependency.ts';
import { editJson } from './json.ts';
import { addJsonProperty, propertiesAt, removeJsonProperty } from './json-object.ts';
import { addStartOption, removeStartOption } from './start-option.ts';

/**
 * Bring package.json to what the features need; everything else keeps its bytes.
 * A dependency the host has in a version that will do stays as it is, and none is ever lowered.
 */
export function editPackage(text: string, changes: PackageChanges): string {
  let result = text;
  for (const each of changes.removed) {
    if (each.kind === 'dependency') result = withdraw(result, each, changes.dependencies);
    else if (each.kind === 'script') result = withdrawScript(result, each, changes.scripts);
    else result = removeStartOption(result, each);
  }
  for (const each of changes.dependencies) result = addDependency(result, each);
  for (const each of changes.scripts) result = addScript(result, each, changes.scripts);
  for (const each of changes.startOptions) result = addStartOption(result, each);
  return result;
}

function withdraw(text: string, own: DependencyStatement, wanted: readonly DependencyStatement[]): string {
  const again = wanted.some(
    (each) => each.name === own.name && each.dev === own.dev && each.range === own.range,
  );
  return again ? text : removeDependency(text, own);
}

/** A script that is replaced keeps its place. */
function withdrawScript(text: string, own: ScriptStatement, wanted: readonly ScriptStatement[]): string {
  const next = wanted.find(({ name }) => name === own.name);
  const current = propertiesAt(text, ['scripts'])?.find(({ key }) => key === own.name)?.value.data;
  if (next === undefined) return removeScript(text, own);
  return current === own.command ? editJson(text, ['scripts', own.name], next.command) : text;
}

/** Ours stand last, by name, so that it does not matter which came first. */
function addScript(
  text: string,
  { name, command }: ScriptStatement,
  wanted: readonly ScriptStatement[],
): string {
  const scripts = propertiesAt(text, ['scripts']);
  if (scripts?.some((each) => each.key === name)) return text;
  if (scripts !== undefined) {
    const own = scripts.findLastIndex(({ key }) => !wanted.some((each) => each.name === key)) + 1;
    const next = scripts.findIndex(({ key }, index) => index >= own && key > name);
    const place = next === -1 ? undefined : next;
    return addJsonProperty(text, ['scripts'], name, () => JSON.stringify(command), place);
  }
  const before = propertiesAt(text, [])?.findIndex((each) => /dependencies$/i.test(each.key)) ?? -1;
  const created = addJsonProperty(text, [], 'scripts', () => '{}', before === -1 ? undefined : before);
  return addJsonProperty(created, ['scripts'], name, () => JSON.stringify(command));
}

function removeScript(text: string, { name, command }: ScriptStatement): string {
  const scripts = propertiesAt(text, ['scripts']) ?? [];
  if (scripts.find((each) => each.key === name)?.value.data !== command) return text;
  const rest = removeJsonProperty(text, ['scripts'], name);
  return scripts.length === 1 ? removeJsonProperty(rest, [], 'scripts') : rest;
}
