import { TIERS } from '@joinery/kit';
import { type Command, Option } from 'commander';
import { VERIFICATIONS, type Verification } from '../transaction/apply-ports.ts';

/** The code of the commands, loaded when one of them runs. */
export function commands() {
  return import('../commands/commands.ts');
}

/** Options of every command. */
export function common(command: Command): Command {
  return command
    .option('-C, --cwd <folder>', 'the folder of the service')
    .option('-p, --project <name>', 'a project of the workspace')
    .option('--catalog <file>', 'a JSON file that lists more features', gather)
    .option('--registry [url]', 'ask an npm registry for features, too')
    .option('--offline', 'of the registry, use only what is cached')
    .option('--json', 'answer in JSON, and nothing else')
    .option('-q, --quiet', 'no progress; with `--yes`, neither plan nor receipt')
    .option('--verbose', 'say how long each step has taken');
}

/** Options of every command that plans. */
export function planning(command: Command): Command {
  return common(command)
    .option('-s, --set <setting>', 'an option of a feature, `health.cacheMs=500`', gather)
    .option('-x, --exclude <feature>', 'a feature that must not be chosen', gather)
    .addOption(new Option('-t, --tier <tier>', 'how much the service gets').choices(TIERS))
    .option('--latest', 'prefer newer versions to those in the lockfile')
    .option('--diff', 'show every line that changes')
    .option('--markdown', 'show the plan as a comment for a pull request');
}

/** Options of every command that writes; on a conflict, a fix can be taken. */
export function applying(command: Command): Command {
  return writing(command).option('--fix', 'on a conflict, offer to take one of the fixes');
}

/** The same, for a command that has a meaning of its own for `--fix`. */
export function writing(command: Command): Command {
  return planning(command)
    .option('--dry-run', 'show the plan and write nothing')
    .option('-y, --yes', 'apply without asking')
    .option('--no-install', 'leave the package manager alone')
    .option('--require-clean', 'refuse when git has uncommitted changes')
    .addOption(verifying('types'));
}

/** An option that may be given several times; unlike a variadic one, it does not swallow the words after it. */
export function gather(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

/** How much is checked after writing. */
export function verifying(fallback: Verification): Option {
  return new Option('--verify <what>', 'what must hold afterwards').choices(VERIFICATIONS).default(fallback);
}
