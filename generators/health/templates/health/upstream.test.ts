import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCheckRunner } from './run-checks.ts';
import { answers } from './upstream.ts';

let server: Server;
let url: string;
beforeEach(async () => {
  server = createServer((request, response) => {
    if (request.url === '/hang') return;
    if (request.url === '/moved') response.setHeader('location', '/503');
    response.writeHead(request.url === '/moved' ? 302 : Number(request.url?.slice(1))).end('text');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

async function ask(address: string | undefined, timeoutMs = 1_000) {
  const check = { name: 'stock', critical: false, timeoutMs, check: answers(() => address) };
  return (await createCheckRunner([check], 0).run()).stock;
}

test.each(['200', '404', '401', 'moved'])('%s is an answer', async (path) => {
  expect(await ask(`${url}/${path}`)).toMatchObject({ status: 'ok', critical: false });
});

test('a failure is none, and is told by its status', async () => {
  expect(await ask(`${url}/503`)).toMatchObject({ status: 'error', error: 'HTTP_503' });
});

test('who does not answer, or not in time, is not there', async () => {
  expect(await ask(`${url}/hang`, 50)).toMatchObject({ status: 'error', error: 'TIMEOUT' });
  server.close();
  expect(await ask(url)).toMatchObject({ status: 'error' });
});

test.each([undefined, '', 'postgres://db'])('%p cannot be asked', async (address) => {
  expect(await ask(address)).toMatchObject({ status: 'ok' });
});
