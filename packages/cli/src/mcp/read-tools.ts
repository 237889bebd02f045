import { EXIT, profile, readLockfile, readWanted } from '@joinery/engine';
import { TIERS } from '@joinery/kit';
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { list } from '../commands/list.ts';
import { recommend } from '../commands/recommend.ts';
import { placesOf, serviceOf } from '../program/options.ts';
import type { World } from '../program/world.ts';
import { answer, answering, failure } from './answers.ts';
import { composeWishes, placeOf } from './compose-wishes.ts';
import { type ServicePlace, servicePlace, wishes } from './inputs.ts';
import { type JsonCommand, runCommand } from './run-command.ts';

const READ_ONLY = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

/** Register the tools that only look. */
export function registerReadTools(server: McpServer, world: World): void {
  server.registerTool(
    'inspect',
    {
      title: 'Inspect a service',
      description:
        'Tell what a TypeScript service is, each fact with its evidence: framework, entry, module system, test runner, package manager; and which Joinery features it has.',
      inputSchema: servicePlace,
      annotations: READ_ONLY,
    },
    (input) => answering(async () => answer(inspect(input, world))),
  );
  server.registerTool(
    'list_features',
    {
      title: 'List features',
      description:
        'List every feature that can be added to a service, the installed ones with their version.',
      inputSchema: servicePlace,
      annotations: READ_ONLY,
    },
    (input) => said(list, input, world),
  );
  server.registerTool(
    'recommend',
    {
      title: 'Recommend features',
      description:
        'Tell what a service lacks for each tier, each with evidence from its files, why it matters, and the command that adds it.',
      inputSchema: { ...servicePlace, tier: z.enum(TIERS).optional().describe('Up to which tier to look.') },
      annotations: READ_ONLY,
    },
    ({ tier, ...place }) =>
      said(
        (options, aside) => recommend(tier === undefined ? options : { ...options, tier }, aside),
        place,
        world,
      ),
  );
  server.registerTool(
    'resolve',
    {
      title: 'Resolve features',
      description:
        'Tell which features and versions would come into a service together, or explain why they conflict, with fixes that were tried.',
      inputSchema: wishes,
      annotations: READ_ONLY,
    },
    (input) =>
      answering(async () => {
        const { composed } = await composeWishes(input, world);
        if (composed.kind === 'problem') return failure(composed);
        return answer(
          composed.kind === 'plan'
            ? { kind: 'resolved', features: composed.features }
            : { kind: 'unsolvable', ...composed.resolution },
        );
      }),
  );
}

function inspect(place: ServicePlace, world: World): object {
  const options = placeOf(place);
  const { tree } = world.open(serviceOf(world, options), placesOf(world, options));
  const wanted = readWanted(tree);
  const { tier, features } = readLockfile(tree);
  const installed = Object.entries(features).map(([name, { version, requested }]) => ({
    name,
    version,
    requested,
  }));
  return { kind: 'inspection', profile: profile(tree, wanted.profile), tier, installed };
}

/** The answer of a command that speaks JSON. */
function said(command: JsonCommand, place: ServicePlace, world: World): Promise<CallToolResult> {
  return answering(async () => {
    const { code, value } = await runCommand(command, placeOf(place), world);
    return code === EXIT.done ? answer(value) : failure(value);
  });
}
