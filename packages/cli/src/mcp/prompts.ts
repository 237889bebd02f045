import { TIERS } from '@joinery/kit';
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';

/** Offer the jobs people come with as prompts. */
export function registerPrompts(server: McpServer): void {
  server.registerPrompt(
    'make-production-ready',
    {
      title: 'Make a service production-ready',
      description: 'Find what the service lacks for a tier, and add it in steps that can be reviewed.',
      argsSchema: { tier: z.enum(TIERS).optional() },
    },
    ({ tier = 'basic' }) =>
      said(`Bring this service to Joinery's tier "${tier}".
1. Call inspect and say in two sentences what the service is.
2. Call recommend. Show what is missing for the tier, each with its evidence.
3. Call plan for the features that I agree to, with diff, and show the changes to files that exist.
4. Only after I say yes: call apply with the hash of that plan. Then run the service's own tests and report.`),
  );
  server.registerPrompt(
    'add-features',
    {
      title: 'Add features',
      description: 'Plan some features, explain the plan, and apply it once it is agreed to.',
      argsSchema: { features: z.string().describe('Names, separated by spaces: health metrics.') },
    },
    ({ features }) =>
      said(`Add these Joinery features to this service: ${features}.
Call plan with diff. Say what comes along and why, and which lines of existing files change.
If it is unsolvable, repeat the explanation and offer its fixes; each of them has been tried and works.
Only after I say yes: call apply with the plan's hash.`),
  );
  server.registerPrompt(
    'review-features',
    {
      title: 'Review what is installed',
      description: 'Say which features a service has, why each is there, and what could be improved.',
    },
    () =>
      said(`Call inspect and list_features. Say for each installed feature which version it has and whether a newer one can be had,
then call recommend and name the three additions that matter most, with their evidence. Change nothing.`),
  );
}

function said(text: string) {
  return { messages: [{ role: 'user' as const, content: { type: 'text' as const, text } }] };
}
