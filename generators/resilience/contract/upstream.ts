import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A service that can be dead, and counts what reaches it. */
export interface Upstream {
  readonly url: string;
  /** The method of each request that arrived, and its path. */
  readonly requests: readonly string[];
  /** Break each connection, answer with this status, or answer in two pieces. */
  mode: 'dead' | number;
  close(): void;
}

const HALF = 'x'.repeat(300_000);

export async function startUpstream(): Promise<Upstream> {
  const requests: string[] = [];
  const server: Server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    request.resume();
    if (upstream.mode === 'dead') return void request.socket.destroy();
    response.writeHead(upstream.mode, { 'content-type': 'application/json' });
    response.write(`"${HALF}`);
    setTimeout(() => response.end(`${HALF}"`), 20);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const upstream: Upstream = {
    url: `http://127.0.0.1:${port}/`,
    requests,
    mode: 200,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return upstream;
}
