import type { ExitCode } from '@joinery/engine';
import { TIERS } from '@joinery/kit';
import { Argument, Command, Option } from 'commander';
import type { PlanCommandOptions } from '../commands/plan.ts';
import type { RecommendOptions } from '../commands/recommend.ts';
import type { ResolveOptions } from '../commands/resolve.ts';
import type { GraphOptions } from '../commands/why.ts';
import { candidates } from '../completion/candidates.ts';
import { SCRIPTS, SHELLS, type Shell } from '../completion/scripts.ts';
import { applying, commands, common, gather, planning, verifying } from './command-options.ts';
import { addExamples } from './examples.ts';
import { lifeCommands } from './life-commands.ts';
import type { ApplyOptions, CommonOptions } from './options.ts';
import type { World } from './world.ts';

/** The whole command line; whichever command runs hands its exit code to `done`. */
export function program(world: World, done: (code: ExitCode) => void): Command {
  const root = new Command('joinery')
    .description('Adds production features to TypeScript services that already exist.')
    .version(world.version, '-V, --version')
    .option('-C, --cwd <folder>', 'the folder of the service, as after a command')
    .enablePositionalOptions()
    .hook('preAction', (all, command) => handFolder(all, command))
    .showSuggestionAfterError();
  applying(
    root
      .command('add [features...]')
      .description('add features, and whatever they need; with `--tier` alone, those of the tier')
      .option('-r, --remove <feature>', 'a feature to take out in the same run', gather),
  ).action(async (add: string[], options: AddOptions) => {
    const { addTier, change } = await commands();
    const { remove = [] } = options;
    const label = ['add', ...add, ...remove.flatMap((name) => ['--remove', name])].join(' ');
    const named = add.length + remove.length > 0;
    done(await (named ? change({ add, remove, label }, options, world) : addTier(options, world)));
  });
  applying(
    root
      .command('generate <what> <name> [arguments...]')
      .alias('g')
      .description('have a feature generate something, and add to it later')
      .allowUnknownOption(),
  ).action(async (what: string, name: string, rest: string[], options: ApplyOptions) => {
    const { generate } = await commands();
    done(await generate(what, name, rest, options, world));
  });
  lifeCommands(root, world, done);
  planning(
    root
      .command('plan [features...]')
      .description('show what adding features would do; with `--tier` alone, those of the tier'),
  )
    .option('-r, --remove <feature>', 'a feature to take out in the same plan', gather)
    .option('-o, --output <file>', 'write the plan to a file for `joinery apply`')
    .option('--check', 'exit with 2 when there is something to do')
    .action(async (add: string[], options: PlanCommandOptions) =>
      done(await (await commands()).plan(add, options, world)),
    );
  composing(root).action(async (options: ApplyOptions) => {
    const { composeHere } = await import('../composer/compose-here.ts');
    done(await composeHere(options, world));
  });
  asking(root, world, done);
  helping(root, world, done);
  addExamples(root);
  return root;
}

/** `joinery -C there plan` means what `joinery plan -C there` does. */
function handFolder(root: Command, command: Command): void {
  const folder: unknown = root.opts().cwd;
  if (folder !== undefined && command.opts().cwd === undefined) command.setOptionValue('cwd', folder);
}

interface AddOptions extends ApplyOptions {
  readonly remove?: readonly string[];
}

/** The composer is loaded when somebody asks for it. */
function composing(root: Command): Command {
  return common(
    root
      .command('compose')
      .description('choose features at the terminal, see the plan, apply it; as `joinery` alone does'),
  )
    .option('--no-install', 'leave the package manager alone')
    .addOption(verifying('types'));
}

/** The commands that tell and change nothing. */
function asking(root: Command, world: World, done: (code: ExitCode) => void): void {
  common(root.command('list').description('list the features that can be had here')).action(
    async (options: CommonOptions) => done(await (await commands()).list(options, world)),
  );
  common(root.command('info <feature>').description('tell what a feature adds and needs')).action(
    async (name: string, options: CommonOptions) => done(await (await commands()).info(name, options, world)),
  );
  common(root.command('recommend').description('tell what the service lacks for each tier, and why'))
    .addOption(new Option('-t, --tier <tier>', 'only up to this tier').choices(TIERS))
    .action(async (options: RecommendOptions) => done(await (await commands()).recommend(options, world)));
  common(root.command('why <feature>').description('tell why a feature is here')).action(
    async (name: string, options: CommonOptions) =>
      done(await (await commands()).whyFeature(name, options, world)),
  );
  common(root.command('graph').description('draw the installed features and who requires whom'))
    .addOption(
      new Option('--format <format>', 'how to draw')
        .choices(['text', 'mermaid', 'dot', 'json'])
        .default('text'),
    )
    .action(async (options: GraphOptions) => done(await (await commands()).graph(options, world)));
  root
    .command('resolve')
    .description('run the resolver alone, on files')
    .requiredOption('--catalog <file>', 'a JSON file that lists features', gather)
    .requiredOption('--request <file>', 'JSON file with what is wanted')
    .option('--json', 'answer in JSON')
    .action(async (options: ResolveOptions) => done((await commands()).resolveFiles(options, world)));
  serving(root).action(async () => {
    const { serve } = await import('../mcp/serve.ts');
    done(await serve(world));
  });
}

/** The commands that help with the others. */
function helping(root: Command, world: World, done: (code: ExitCode) => void): void {
  root
    .command('explain [id]')
    .description('tell what an error means and what to do; without an id, list them')
    .option('--json', 'answer in JSON')
    .action(async (id: string | undefined, options: CommonOptions) =>
      done((await commands()).explain(id, options, world)),
    );
  root
    .command('completion')
    .description('print what a shell needs to complete `joinery`')
    .addArgument(new Argument('<shell>', 'which one').choices(SHELLS))
    .action((shell: Shell) => {
      world.terminal.out(SCRIPTS[shell]);
      done(0);
    });
  root
    .command('complete', { hidden: true })
    .argument('[words...]')
    .action(async (words: string[]) => {
      const { namesFor } = await commands();
      const found = await candidates(root, words, (command) => namesFor(command, world));
      world.terminal.out(found.map(({ word, meaning }) => `${word}\t${meaning}\n`).join(''));
      done(0);
    });
}

/** The protocol's library is loaded when somebody asks for it. */
function serving(root: Command): Command {
  return root
    .command('mcp')
    .description(
      'offer all this to assistants over the Model Context Protocol, on standard input and output',
    );
}
