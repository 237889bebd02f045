import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { World } from '../program/world.ts';
import { registerDocuments } from './documents.ts';
import { registerPlanTools } from './plan-tools.ts';
import { registerPrompts } from './prompts.ts';
import { registerReadTools } from './read-tools.ts';

const INSTRUCTIONS = `Joinery adds production features (health checks, metrics, tracing, event stores …) to TypeScript services that already exist.
Look first: inspect, list_features, recommend. Then plan, and show the plan. apply writes, all or nothing, and only with the hash of a plan.
When features conflict, the answer explains why and names fixes that have been tried.`;

/** A server of the Model Context Protocol that offers what `joinery` can do. */
export function makeServer(world: World): McpServer {
  const server = new McpServer(
    { name: 'joinery', title: 'Joinery', version: world.version },
    { instructions: INSTRUCTIONS },
  );
  registerReadTools(server, world);
  registerPlanTools(server, world);
  registerDocuments(server, world.tool);
  registerPrompts(server);
  return server;
}
