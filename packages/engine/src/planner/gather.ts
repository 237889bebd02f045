import type { ContributionStatement, HostCode, Json, Profile, SlotName, Statement, Tier } from '@joinery/kit';
import type { Feature } from '../compose/feature.ts';
import { EXIT, ProblemError } from '../problem.ts';
import { joinPath } from '../profile/path.ts';
import type { HostEditor } from './host-editor.ts';
import { orderFeatures } from './order-features.ts';
import { settleNames } from './settle-names.ts';
import { specifier } from './specifier.ts';

/** One statement and the feature that made it. */
export interface Said<S extends Statement = Statement> {
  readonly feature: Feature;
  readonly statement: S;
}

/** A feature that is wanted, with its validated options. */
export interface ChosenFeature {
  readonly feature: Feature;
  readonly options: Readonly<Record<string, Json>>;
}

/** The options that were applied last, by feature; none for one that is new. */
export type OptionsBefore = Readonly<Record<string, ChosenFeature['options'] | undefined>>;

/** What a run of features is told about the host. */
export interface GatherContext {
  readonly host: Profile;
  readonly tier: Tier;
  /** Reads a file that a feature's plan depends on. */
  readonly read: (path: string) => string | undefined;
  readonly parseYaml: HostEditor['parseYaml'];
  readonly code: HostCode;
  readonly before?: OptionsBefore;
}

/**
 * Run every feature's plan and render the slots that features own, contributors before owners.
 * What is left are statements for the planner itself, in an order that does not depend on how features were listed.
 */
export function gather(chosen: readonly ChosenFeature[], context: GatherContext): readonly Said[] {
  const framework = context.host.framework?.value.name;
  if (framework === undefined) return [];
  const present = new Set(chosen.flatMap(({ feature }) => namesOf(feature)));
  const contextOf = (feature: Feature) => {
    const options = chosen.find((one) => one.feature === feature)?.options ?? {};
    const inputs = Object.fromEntries((feature.plan.reads ?? []).map((path) => [path, context.read(path)]));
    const has = (name: string) => present.has(name);
    const parsed = parseInputs(inputs, context.parseYaml);
    const { host, tier, code } = context;
    return { host, tier, framework, options, has, inputs, parsed, code };
  };
  const ordered = orderFeatures(chosen.map(({ feature }) => feature));
  requireSingleOwners(ordered);
  let said: readonly Said[] = ordered.flatMap((feature) => {
    const told = contextOf(feature);
    const notes = notesOnChange(feature, told, context.before?.[feature.name]);
    return [...feature.plan.statements(told), ...notes].map((statement) => ({ feature, statement }));
  });
  for (const feature of ordered) {
    for (const slot of ownedSlots(feature)) {
      const rendered = renderSlot(feature, slot, said, contextOf(feature));
      said = [...said.filter(({ statement }) => !isTo(statement, slot)), ...rendered];
    }
  }
  requireNoRefusal(said);
  return said.map((one) => settleImport(one, context.host));
}

function notesOnChange(
  { plan }: Feature,
  context: Parameters<Feature['plan']['statements']>[0],
  before: ChosenFeature['options'] | undefined,
): readonly Statement[] {
  return before === undefined ? [] : (plan.notesOnChange?.(before, context) ?? []);
}

/** An import into a file of people's is written from where that file lies. */
function settleImport(one: Said, host: Profile): Said {
  const { statement } = one;
  if (statement.kind !== 'file-edit' || statement.edit.kind !== 'import') return one;
  const module = specifier(joinPath('', statement.file), statement.edit.module, host);
  return { ...one, statement: { ...statement, edit: { ...statement.edit, module } } };
}

function parseInputs(
  inputs: Readonly<Record<string, string | undefined>>,
  parseYaml: GatherContext['parseYaml'],
): Readonly<Record<string, readonly Json[] | undefined>> {
  const parsed = Object.entries(inputs).flatMap(([path, text]) =>
    text !== undefined && path.endsWith('.yaml') ? [[path, parseYaml(text, path)] as const] : [],
  );
  return Object.fromEntries(parsed);
}

/** Throw what a feature refused; with it, nothing else of the plan counts. */
function requireNoRefusal(said: readonly Said[]): void {
  for (const { feature, statement } of said) {
    if (statement.kind !== 'refusal') continue;
    const { found, todo, places } = statement;
    throw new ProblemError({
      kind: 'problem',
      id: 'input-refused',
      exitCode: EXIT.error,
      found: `\`${feature.name}\`: ${found}`,
      todo,
      places,
    });
  }
}

/** What a feature answers to: its own name, and the capabilities it provides. */
function namesOf(feature: Feature): readonly string[] {
  return [feature.name, ...Object.keys(feature.manifest.provides ?? {})];
}

/** The slots that some feature renders itself. */
export function ownedSlots(feature: Feature): readonly SlotName[] {
  return Object.keys(feature.plan.slots ?? {}).filter((name): name is SlotName => name.includes('.'));
}

function isTo<S extends SlotName>(statement: Statement, slot: S): statement is ContributionStatement<S> {
  return statement.kind === 'contribution' && statement.slot === slot;
}

function renderSlot<S extends SlotName>(
  feature: Feature,
  slot: S,
  said: readonly Said[],
  context: Parameters<Feature['plan']['statements']>[0],
): readonly Said[] {
  const render = feature.plan.slots?.[slot];
  const contributions = said
    .flatMap((one) =>
      isTo(one.statement, slot) ? [{ from: one.feature.name, value: one.statement.value }] : [],
    )
    .map(({ from, value }) => ({ ...value, feature: from }))
    .sort((a, b) => compare(a.feature, b.feature) || compare(nameOf(a), nameOf(b)));
  return (render?.(settleNames(slot, contributions), context) ?? []).map((statement) => ({
    feature,
    statement,
  }));
}

function nameOf(value: object): string {
  return 'name' in value && typeof value.name === 'string' ? value.name : '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function requireSingleOwners(features: readonly Feature[]): void {
  const owners = new Map<SlotName, string>();
  for (const feature of features) {
    for (const slot of ownedSlots(feature)) {
      const other = owners.get(slot);
      if (other !== undefined) throw twoOwners(slot, other, feature.name);
      owners.set(slot, feature.name);
    }
  }
}

function twoOwners(slot: string, one: string, other: string): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'slot-owned-twice',
    exitCode: EXIT.unresolved,
    found: `\`${one}\` and \`${other}\` both render the slot \`${slot}\`, so they cannot be together.`,
    todo: `Remove one of them. Their authors should declare \`exclusive\` capabilities, so that this is found earlier.`,
  });
}
