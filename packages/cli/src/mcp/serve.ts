import { EXIT, type ExitCode } from '@joinery/engine';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { World } from '../program/world.ts';
import { makeServer } from './make-server.ts';

/** `joinery mcp`: speak the Model Context Protocol on standard input and output until the client goes. */
export async function serve(world: World): Promise<ExitCode> {
  const server = makeServer(world);
  const closed = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
    process.stdin.once('end', resolve).once('close', resolve);
  });
  await server.connect(new StdioServerTransport());
  await closed;
  await server.close();
  return EXIT.done;
}
