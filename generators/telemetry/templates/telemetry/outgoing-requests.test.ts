import { once } from 'node:events';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { watchRequests } from './outgoing-requests.ts';

const server = createServer((request, response) => {
  if (request.url === '/cut') request.socket.destroy();
  else response.writeHead(204).end();
});
beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'));
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

async function ask(path: string): Promise<void> {
  const { port } = server.address() as AddressInfo;
  const request = get({ port, host: '127.0.0.1', path, agent: false }, (response) =>
    response.resume(),
  );
  await new Promise<void>((resolve) =>
    request.once('error', () => undefined).once('close', () => resolve()),
  );
}

test('every watcher is told of each request once, from its beginning to its end, and may not care', async () => {
  const told: string[] = [];
  for (const name of ['metrics', 'tracing'])
    watchRequests(({ path }) => {
      told.push(`${name} ${path}`);
      return (status, error) =>
        told.push(`${name} ${status} ${(error as NodeJS.ErrnoException)?.code}`);
    });
  watchRequests(() => undefined);
  await ask('/fine');
  while (told.length < 4) await wait(1);
  await ask('/cut');
  while (told.length < 8) await wait(1);
  expect(told).toEqual([
    'metrics /fine',
    'tracing /fine',
    'metrics 204 undefined',
    'tracing 204 undefined',
    'metrics /cut',
    'tracing /cut',
    'metrics undefined ECONNRESET',
    'tracing undefined ECONNRESET',
  ]);
});
