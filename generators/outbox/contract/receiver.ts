import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CloudEvent } from '../../messaging-cloudevents/templates/messaging/envelope.ts';
import { fromHttp } from '../../messaging-cloudevents/templates/messaging/http-binding.ts';

/** A receiver of messages that keeps them in the order in which they came. */
export interface Receiver {
  readonly url: string;
  readonly received: readonly CloudEvent[];
  close(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const received: CloudEvent[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    received.push(fromHttp({ headers: request.headers, body }));
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    received,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
