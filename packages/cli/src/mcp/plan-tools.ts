import { plain } from '@joinery/door';
import { EXIT, type Plan, type Problem } from '@joinery/engine';
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import type { World } from '../program/world.ts';
import { diffText } from '../terminal/diff-text.ts';
import { apply } from '../transaction/apply.ts';
import { VERIFICATIONS, type Verification } from '../transaction/apply-ports.ts';
import { answer, answering, failure } from './answers.ts';
import { composeWishes, planHash } from './compose-wishes.ts';
import { type Wishes, wishes } from './inputs.ts';

/** Register the tools that make a plan and carry it out. */
export function registerPlanTools(server: McpServer, world: World): void {
  server.registerTool(
    'plan',
    {
      title: 'Plan a change',
      description:
        'Show what adding or removing features would change in a service, file by file, with who asks for each change and why. Writes nothing. Its `hash` is what `apply` needs.',
      inputSchema: {
        ...wishes,
        diff: z.boolean().default(false).describe('Whether to show every line that changes.'),
      },
      annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    (input) => answering(() => plan(input, world)),
  );
  server.registerTool(
    'apply',
    {
      title: 'Apply a plan',
      description:
        'Carry out the plan of the same wishes: all of it or nothing. Needs the hash that `plan` gave; when the service or the features have changed since, nothing is written.',
      inputSchema: {
        ...wishes,
        hash: z.string().describe('The hash of the plan that was looked at.'),
        install: z.boolean().default(true).describe('Whether the package manager installs what is needed.'),
        verify: z
          .enum(VERIFICATIONS)
          .default('types')
          .describe('What must hold afterwards, else all is put back.'),
      },
      annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
    },
    (input, { signal }) => answering(() => carryOut(input, signal, world)),
  );
}

async function plan(input: Wishes & { readonly diff: boolean }, world: World): Promise<CallToolResult> {
  const { composed, tree } = await composeWishes(input, world);
  if (composed.kind === 'problem') return failure(composed);
  if (composed.kind === 'unsolvable') return failure({ kind: 'unsolvable', ...composed.resolution });
  return answer({
    kind: 'planned',
    hash: planHash(composed),
    ...withoutTexts(composed),
    ...(input.diff ? { diff: diffText(composed, tree, plain) } : {}),
  });
}

/** A plan as it is looked at: which files and why, their texts left out. */
function withoutTexts({ service, features, changes, conflicts, install, notes, warnings }: Plan): object {
  const files = changes.map(({ kind, path, reason }) => ({ kind, path, ...reason }));
  return { service, features, files, conflicts, install, notes, warnings };
}

interface Application extends Wishes {
  readonly hash: string;
  readonly install: boolean;
  readonly verify: Verification;
}

async function carryOut(input: Application, signal: AbortSignal, world: World): Promise<CallToolResult> {
  const { composed, service } = await composeWishes(input, world);
  if (composed.kind === 'problem') return failure(composed);
  if (composed.kind === 'unsolvable') return failure({ kind: 'unsolvable', ...composed.resolution });
  if (planHash(composed) !== input.hash) return failure(otherPlan);
  const settings = { install: input.install, verify: input.verify };
  const outcome = await apply(composed, service, settings, {
    disk: world.disk,
    run: world.run,
    signal,
    progress: () => {},
  });
  return outcome.kind === 'problem' ? failure(outcome) : answer(outcome);
}

const otherPlan: Problem = {
  kind: 'problem',
  id: 'plan-hash-differs',
  exitCode: EXIT.moved,
  found:
    'The plan of these wishes is no longer the one with that hash: the service or the features have changed.',
  todo: 'Make a new plan, look at it, and apply it with its own hash.',
};
