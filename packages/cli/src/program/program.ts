import type { ExitCode } from '@joinery/engine';
import { TIERS } from '@joinery/kit';
import { Command, Option } from 'commander';
import { addTier } from '../commands/add-tier.ts';
import { change } from '../commands/change.ts';
import { info } from '../commands/info.ts';
import { list } from '../commands/list.ts';
import { type PlanCommandOptions, plan } from '../commands/plan.ts';
import { type RecommendOptions, recommend } from '../commands/recommend.ts';
import { type ResolveOptions, resolveFiles } from '../commands/resolve.ts';
import { type GraphOptions, graph, whyFeature } from '../commands/why.ts';
import { applying, common, gather, planning, verifying } from './command-options.ts';
import { lifeCommands } from './life-commands.ts';
import type { ApplyOptions, CommonOptions } from './options.ts';
import type { World } from './world.ts';

const EXAMPLES = `
Examples:
  joinery                                     choose at the terminal, see the plan, apply it
  joinery recommend                           what this service lacks, and why
  joinery list                                what can be added here
  joinery add health metrics --diff           show every line, then ask
  joinery add health@^1 --set health.cacheMs=500 --yes
  joinery plan slo -o plan.json               to review now and apply later
  joinery remove metrics
  joinery upgrade --check                     are newer versions there? exit 2 if so
  joinery undo                                take the last apply back
  joinery doctor                              what has drifted`;

/** The whole command line; whichever command runs hands its exit code to `done`. */
export function program(world: World, done: (code: ExitCode) => void): Command {
  const root = new Command('joinery')
    .description('Adds production features to TypeScript services that already exist.')
    .version(world.version, '-V, --version')
    .showSuggestionAfterError()
    .addHelpText('after', EXAMPLES);
  applying(
    root
      .command('add [features...]')
      .description('add features, and whatever they need; with `--tier` alone, those of the tier'),
  ).action(async (add: string[], options: ApplyOptions) =>
    done(
      await (add.length === 0
        ? addTier(options, world)
        : change({ add, label: ['add', ...add].join(' ') }, options, world)),
    ),
  );
  lifeCommands(root, world, done);
  planning(root.command('plan [features...]').description('show what adding features would do'))
    .option('-r, --remove <feature>', 'a feature to take out in the same plan', gather)
    .option('-o, --output <file>', 'write the plan to a file for `joinery apply`')
    .option('--check', 'exit with 2 when there is something to do')
    .action(async (add: string[], options: PlanCommandOptions) => done(await plan(add, options, world)));
  composing(root).action(async (options: ApplyOptions) => {
    const { composeHere } = await import('../composer/compose-here.ts');
    done(await composeHere(options, world));
  });
  asking(root, world, done);
  return root;
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
    async (options: CommonOptions) => done(await list(options, world)),
  );
  common(root.command('info <feature>').description('tell what a feature adds and needs')).action(
    async (name: string, options: CommonOptions) => done(await info(name, options, world)),
  );
  common(root.command('recommend').description('tell what the service lacks for each tier, and why'))
    .addOption(new Option('-t, --tier <tier>', 'only up to this tier').choices(TIERS))
    .action(async (options: RecommendOptions) => done(await recommend(options, world)));
  common(root.command('why <feature>').description('tell why a feature is here')).action(
    async (name: string, options: CommonOptions) => done(await whyFeature(name, options, world)),
  );
  common(root.command('graph').description('draw the installed features and who requires whom'))
    .addOption(
      new Option('--format <format>', 'how to draw')
        .choices(['text', 'mermaid', 'dot', 'json'])
        .default('text'),
    )
    .action(async (options: GraphOptions) => done(await graph(options, world)));
  root
    .command('resolve')
    .description('run the resolver alone, on files')
    .requiredOption('--catalog <file>', 'a JSON file that lists features', gather)
    .requiredOption('--request <file>', 'JSON file with what is wanted')
    .option('--json', 'answer in JSON')
    .action((options: ResolveOptions) => done(resolveFiles(options, world)));
  serving(root).action(async () => {
    const { serve } = await import('../mcp/serve.ts');
    done(await serve(world));
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
