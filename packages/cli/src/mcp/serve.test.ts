import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { makeService } from '../testing/service.ts';

const root = join(__dirname, '../../../..');

test('`joinery mcp` serves a client that starts it, and ends with it', async () => {
  const folder = makeService();
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [
      '--conditions=@joinery/source',
      '--import',
      'tsx',
      join(root, 'packages/cli/src/joinery.ts'),
      'mcp',
    ],
    cwd: root,
    stderr: 'pipe',
  });
  const client = new Client({ name: 'test', version: '1.0.0' });
  let said = '';
  transport.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  await client.connect(transport);
  const server = transport.pid;
  const { structuredContent } = await client.callTool({
    name: 'plan',
    arguments: { folder, features: ['health'] },
  });
  expect(structuredContent).toMatchObject({ kind: 'planned', service: 'parcels' });
  await client.close();
  while (isAlive(server)) await wait(20);
  expect(said).toBe('');
  rmSync(folder, { recursive: true });
});

function isAlive(pid: number | null): boolean {
  try {
    return pid !== null && process.kill(pid, 0);
  } catch {
    return false;
  }
}
