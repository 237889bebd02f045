import type { ExitCode } from '@joinery/engine';
import type { Command } from 'commander';
import type { DoctorOptions } from '../commands/doctor.ts';
import type { UndoOptions } from '../commands/undo.ts';
import type { UpgradeOptions } from '../commands/upgrade.ts';
import { applying, commands, common, verifying, writing } from './command-options.ts';
import type { ApplyOptions } from './options.ts';
import type { World } from './world.ts';

interface RemoveOptions extends ApplyOptions {
  readonly cascade?: boolean;
}

interface PendingOptions extends ApplyOptions {
  readonly continue?: boolean;
  readonly abort?: boolean;
}

/** The commands for what becomes of features once they are in a service. */
export function lifeCommands(root: Command, world: World, done: (code: ExitCode) => void): void {
  applying(root.command('remove <features...>').description('take features out again'))
    .option('--cascade', 'take out what requires them, too')
    .option('--force', 'delete their files although you edited them')
    .action(async (remove: string[], { cascade, force, ...options }: RemoveOptions) =>
      done(
        await (await commands()).change(
          {
            remove,
            cascade: cascade === true,
            force: force === true,
            label: ['remove', ...remove].join(' '),
          },
          options,
          world,
        ),
      ),
    );
  applying(
    root
      .command('upgrade [features...]')
      .description('bring features to the newest versions that fit, your edits merged'),
  )
    .option('--check', 'only tell; exit with 2 when newer versions fit')
    .action(async (features: string[], options: UpgradeOptions) =>
      done(await (await commands()).upgrade(features, options, world)),
    );
  applying(
    root.command('tier [tier]').description('move the service up or down; without a tier, tell it'),
  ).action(async (name: string | undefined, options: ApplyOptions) =>
    done(await (await commands()).tier(name, options, world)),
  );
  applying(
    root
      .command('apply [file]')
      .description('apply a plan file, or bring the service to what joinery.json says'),
  )
    .option('--continue', 'finish an apply whose conflicts you have settled')
    .option('--abort', 'take an apply with conflicts back')
    .option('--force', 'with `--abort`: put files back although you edited them')
    .action(async (file: string | undefined, options: PendingOptions) =>
      done(await applyOrFinish(file, options, world)),
    );
  lookingBack(root, world, done);
}

function lookingBack(root: Command, world: World, done: (code: ExitCode) => void): void {
  writing(
    root.command('doctor').description('find what has drifted from what was applied; exit with 2 if so'),
  )
    .option('--fix', 'write what is missing again; what you wrote stays')
    .option('--allow-edits', 'edited generated files are told, and do not count')
    .action(async (options: DoctorOptions) => done(await (await commands()).doctor(options, world)));
  common(root.command('undo').description('take the last apply back; again, the one before'))
    .option('--list', 'tell what can be taken back')
    .option('--force', 'put files back although you edited them')
    .option('--dry-run', 'tell what would be put back')
    .option('-y, --yes', 'undo without asking')
    .option('--no-install', 'leave the package manager alone')
    .addOption(verifying('none'))
    .action(async (options: UndoOptions) => done(await (await commands()).undoLast(options, world)));
}

async function applyOrFinish(
  file: string | undefined,
  options: PendingOptions,
  world: World,
): Promise<ExitCode> {
  const { abortPending, applyFile, change, continuePending, requireOneWay } = await commands();
  requireOneWay(file, options);
  if (options.continue === true) return continuePending(options, world);
  if (options.abort === true) return abortPending(options, world);
  return file === undefined ? change({ label: 'apply' }, options, world) : applyFile(file, options, world);
}
