import type { Profile, Tier } from '@joinery/kit';
import { LOCKFILE, type Lockfile } from '../lockfile/lockfile.ts';
import { printLockfile } from '../lockfile/print-lockfile.ts';
import { checkTarget } from '../profile/compile-target.ts';
import { readPackageJson } from '../profile/package-json.ts';
import { joinPath } from '../profile/path.ts';
import { hash } from '../tree/hash.ts';
import type { Tree } from '../tree/tree.ts';
import { printWanted } from '../wanted/print-wanted.ts';
import { WANTED_FILE, type Wanted } from '../wanted/wanted.ts';
import { type ChosenFeature, gather, type Said } from './gather.ts';
import type { EditOutcome, HostEditor } from './host-editor.ts';
import { modelPlatform } from './model-platform.ts';
import { moveFiles } from './moves/moved-host.ts';
import type { Change, Plan, PlannedFeature } from './plan.ts';
import { planConsoleCalls } from './plan-console-calls.ts';
import { planDotenv } from './plan-dotenv.ts';
import { planEdits } from './plan-edits.ts';
import { planFiles } from './plan-files.ts';
import { planPackage } from './plan-package.ts';
import type { Composition } from './platform.ts';
import { renderDocuments } from './render-documents.ts';
import { orderFiles, renderFiles, type WantedFile } from './render-files.ts';

/** Everything a plan is made of. */
export interface PlanInput {
  readonly tree: Tree;
  readonly profile: Profile;
  readonly tier: Tier;
  readonly chosen: readonly ChosenFeature[];
  /** How each feature comes into the plan, removed ones included. */
  readonly features: readonly PlannedFeature[];
  readonly lock: Lockfile;
  readonly wanted: { readonly before: Wanted; readonly after: Wanted & { readonly tier: Tier } };
  readonly editor: HostEditor;
  /** The lockfiles of services whose dependencies stand in the same package.json. */
  readonly neighbours: readonly Lockfile[];
  /** Delete files of removed features although people edited them. */
  readonly force: boolean;
}

/**
 * Plan the whole service: every file it must hold when the chosen features are in, and no others of Joinery's.
 * Throws ProblemError when something of the host's stands in the way.
 */
export async function planService(input: PlanInput): Promise<Plan> {
  const { profile, editor, chosen } = input;
  const { said, warnings } = planConsoleCalls(gatherFor(input), input);
  const composition = compositionOf(said, input);
  const wanted = await wantedFiles(said, composition, input);
  const moved = moveFiles(said, wanted, input);
  const { tree, lock } = moved;
  const files = planFiles(wanted, { tree, lock, merge: editor.merge, force: input.force });
  const pack = planPackage(said, lock, readPackageJson(tree, profile.manifest), input.neighbours);
  const dotenv = planDotenv(said, lock, tree, editor);
  const written = new Set([...wanted, ...dotenv.changes].map(({ path }) => path));
  const { wiring, fileEdits } = planEdits(said, composition.wirings, { ...input, tree, lock, written });
  const after: Lockfile = {
    schema: 1,
    tier: input.tier,
    platformFolder: profile.platformFolder,
    features: lockedFeatures(input),
    files: files.files,
    edits: wiring.edits,
    ...pack.lock,
    dotenv: dotenv.dotenv,
    ...(Object.keys(fileEdits.fileEdits).length === 0 ? {} : { fileEdits: fileEdits.fileEdits }),
    ...(Object.keys(moved.moves).length === 0 ? {} : { moves: moved.moves }),
  };
  const changes = moved.whole([
    ...files.changes,
    ...wiringChanges(wiring, said, tree),
    ...packageChanges(pack, profile.manifest, tree, editor),
    ...dotenv.changes,
    ...fileEdits.changes,
    ...stateChanges(input, chosen.length === 0 ? undefined : printLockfile(after)),
  ]);
  return {
    kind: 'plan',
    schema: 1,
    service: profile.service.name,
    features: input.features,
    changes: [...changes].sort((a, b) => (a.path < b.path ? -1 : 1)),
    conflicts: files.conflicts,
    install: {
      manager: profile.packageManager.value,
      needed: installed(pack.lock.dependencies) !== installed(lock.dependencies),
    },
    notes: notesOf(said),
    warnings: [
      ...moved.warnings,
      ...files.warnings,
      ...pack.warnings,
      ...fileEdits.warnings,
      ...warnings,
      ...profile.unknown,
    ],
  };
}

function gatherFor({ chosen, profile, lock, tier, tree, editor }: PlanInput): readonly Said[] {
  return gather(chosen, {
    host: ownProfile(profile, lock),
    tier,
    read: (path) => tree.read(joinPath('', path)),
    parseYaml: editor.parseYaml,
    code: editor.readCode(tree, profile),
    before: Object.fromEntries(Object.entries(lock.features).map(([name, { options }]) => [name, options])),
  });
}

/** Every generated file, in the host's own style. */
async function wantedFiles(
  said: readonly Said[],
  composition: Composition,
  { profile, editor }: PlanInput,
): Promise<readonly WantedFile[]> {
  const rendered = await Promise.all(
    renderFiles(said, composition, profile).map(async (file) => ({
      ...file,
      text: await editor.restyle(file.text, profile),
    })),
  );
  return orderFiles([...rendered, ...renderDocuments(said, editor)]);
}

/**
 * The host as people have made it, without the packages that Joinery has added: otherwise the second plan would find
 * what the first one brought, and differ.
 */
function ownProfile(profile: Profile, lock: Lockfile): Profile {
  const own = Object.entries(profile.dependencies).filter(
    ([name]) => !Object.hasOwn(lock.dependencies, name),
  );
  return { ...profile, dependencies: Object.fromEntries(own) };
}

/** What features tell people, sorted by feature. */
function notesOf(said: readonly Said[]): Plan['notes'] {
  return said
    .flatMap(({ feature, statement }) =>
      statement.kind === 'note' ? [{ feature: feature.name, text: statement.text }] : [],
    )
    .sort((a, b) => (a.feature < b.feature ? -1 : a.feature > b.feature ? 1 : 0));
}

/** What an install looks at: which packages, in which ranges; not who needs them, nor the order of keys. */
function installed(dependencies: Lockfile['dependencies']): string {
  const packages = Object.entries(dependencies).map(([name, { range, dev }]) => `${name}@${range} ${dev}`);
  return packages.sort().join('\n');
}

function compositionOf(said: readonly Said[], input: PlanInput): Composition {
  if (input.chosen.length === 0) return { files: [], wirings: [] };
  checkTarget(input.tree, input.profile);
  return input.editor.composePlatform(modelPlatform(said), input.profile);
}

function lockedFeatures({ chosen, features }: PlanInput): Lockfile['features'] {
  return Object.fromEntries(
    chosen.map(({ feature, options }) => {
      const requested = features.find(({ name }) => name === feature.name)?.requested ?? false;
      return [feature.name, { version: feature.version, requested, options }];
    }),
  );
}

function wiringChanges(
  wiring: Extract<EditOutcome, { kind: 'edited' }>,
  said: readonly Said[],
  tree: Tree,
): readonly Change[] {
  const owners = [
    ...new Set(
      said.filter(({ statement }) => statement.kind === 'contribution').map(({ feature }) => feature.name),
    ),
  ].sort();
  const because =
    owners.length === 0 ? 'takes the platform out of the service' : 'joins the platform to the service';
  return wiring.files.map(({ path, text }) => ({
    kind: 'update',
    path,
    before: hash(tree.read(path) ?? ''),
    text,
    reason: { owners, because },
  }));
}

function packageChanges(
  pack: ReturnType<typeof planPackage>,
  path: string,
  tree: Tree,
  editor: HostEditor,
): readonly Change[] {
  const current = tree.read(path) ?? '';
  const text = editor.editPackage(current, pack.changes);
  if (text === current) return [];
  const because = 'lists the packages the generated code imports';
  return [
    {
      kind: 'update',
      path,
      before: hash(current),
      text,
      reason: { owners: pack.owners, because },
    },
  ];
}

/** joinery.json and the lockfile. */
function stateChanges(input: PlanInput, lockText: string | undefined): readonly Change[] {
  const wantedText = printWanted(input.tree, input.wanted.before, input.wanted.after, input.editor);
  return [
    ...stateChange(input.tree, WANTED_FILE, wantedText, 'says which features are wanted'),
    ...stateChange(input.tree, LOCKFILE, lockText, 'records what Joinery wrote'),
  ];
}

function stateChange(tree: Tree, path: string, text: string | undefined, because: string): readonly Change[] {
  const current = tree.read(path);
  const reason = { owners: [], because };
  if (current === text) return [];
  if (current === undefined) return text === undefined ? [] : [{ kind: 'create', path, text, reason }];
  const before = hash(current);
  return text === undefined
    ? [{ kind: 'delete', path, before, reason }]
    : [{ kind: 'update', path, before, text, reason }];
}
