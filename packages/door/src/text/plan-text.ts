import { BASE_FOLDER, type Change, type Plan, type PlannedFeature } from '@joinery/engine';
import type { Paint } from './paint.ts';

const SIGN = { create: '+', update: '~', delete: '-' } as const;

/** A plan for people: features, then every file under the features that ask for it, each with its reason. */
export function planText(plan: Plan, paint: Paint): string {
  if (plan.changes.length === 0) {
    const warnings = warningsText(plan, paint);
    return `${[`Nothing to do: ${paint.bold(plan.service)} is as wanted.`, ...warnings].join('\n\n')}\n`;
  }
  const parts = [
    [
      `Plan for ${paint.bold(plan.service)}`,
      '',
      ...plan.features.map((one) => featureLine(one, plan, paint)),
    ],
    ...groups(plan.changes).map(([owners, changes]) => groupLines(owners, changes, paint)),
    [summary(plan)],
  ];
  const texts = [
    ...parts.map((lines) => lines.join('\n')),
    ...conflictsText(plan, paint),
    ...notesText(plan, paint),
    ...warningsText(plan, paint),
  ];
  return `${texts.join('\n\n')}\n`;
}

function featureLine({ name, version, state, because }: PlannedFeature, plan: Plan, paint: Paint): string {
  const width = Math.max(...plan.features.map((one) => one.name.length + one.version.length));
  const label = `${paint.bold(name)} ${version}${' '.repeat(width - name.length - version.length)}`;
  return `  ${label}  ${state.padEnd(7)}  ${paint.dim(because)}`;
}

type Group = readonly [owners: string, changes: readonly Change[]];

/** Those of one feature first, then the shared ones, then Joinery's own. */
function groups(changes: readonly Change[]): readonly Group[] {
  const found = new Map<string, Change[]>();
  for (const change of changes) {
    const key = change.reason.owners.join(', ');
    found.set(key, [...(found.get(key) ?? []), change]);
  }
  const rank = (owners: string) => (owners === '' ? 1000 : owners.split(', ').length);
  return [...found].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

function groupLines(owners: string, changes: readonly Change[], paint: Paint): readonly string[] {
  const shown = changes.filter(({ path }) => !path.startsWith(`${BASE_FOLDER}/`));
  const copies = changes.length - shown.length;
  const width = Math.min(48, Math.max(0, ...shown.map(({ path }) => path.length)));
  const lines = shown.map((change) => {
    const path = `${SIGN[change.kind]} ${change.path.padEnd(width)}`;
    return `  ${colour(change, paint)(path)}  ${paint.dim(change.reason.because)}`;
  });
  const state = `  ${paint.dim(`  ${copies} pristine ${copies === 1 ? 'text' : 'texts'} in ${BASE_FOLDER}`)}`;
  return [
    paint.bold(owners === '' ? "Joinery's own state" : owners),
    ...lines,
    ...(copies === 0 ? [] : [state]),
  ];
}

function colour({ kind }: Change, paint: Paint): Paint['red'] {
  return { create: paint.green, update: paint.yellow, delete: paint.red }[kind];
}

function summary({ changes, install }: Plan): string {
  const shown = changes.filter(({ path }) => !path.startsWith(`${BASE_FOLDER}/`));
  const count = (kind: Change['kind']) => shown.filter((change) => change.kind === kind).length;
  const counts = [
    [count('create'), 'to create'],
    [count('update'), 'to change'],
    [count('delete'), 'to delete'],
  ] as const;
  const files = counts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  const packages = install.needed ? `; ${install.manager} installs the packages` : '';
  return `Files: ${files.length === 0 ? 'none but Joinery’s own' : files.join(', ')}${packages}.`;
}

function conflictsText({ conflicts }: Plan, paint: Paint): readonly string[] {
  if (conflicts.length === 0) return [];
  const lines = conflicts.map(({ path, count }) => `  ${paint.red('!')} ${path}  ${count}`);
  const head = 'Conflicts with your edits, written with markers for you to settle';
  return [[paint.bold(head), ...lines].join('\n')];
}

function notesText({ notes }: Plan, paint: Paint): readonly string[] {
  if (notes.length === 0) return [];
  const lines = notes.map(({ feature, text }) => `  ${paint.bold(feature)}  ${text}`);
  return [['After applying', ...lines].join('\n')];
}

function warningsText({ warnings }: Plan, paint: Paint): readonly string[] {
  if (warnings.length === 0) return [];
  return [warnings.map((text) => `${paint.yellow('warning')}: ${text}`).join('\n')];
}
