import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudEvent, HTTP, type Message } from 'cloudevents';
import { toCloudEvent } from './envelope.ts';
import { fromHttp, toBinary, toStructured } from './http-binding.ts';
import { createMessaging } from './messaging.ts';
import { createHttpPublisher } from './publisher.ts';

const envelope = {
  source: '/lamps',
  typePrefix: 'com.example',
  schemas: 'https://example.com/schemas',
  traceparent: () => '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
};
const event = toCloudEvent(
  {
    id: '1',
    type: 'lamp.installed',
    schemaVersion: 2,
    data: { room: 'Küche', watts: 8 },
    aggregateId: 'desk',
    aggregateVersion: 3,
    occurredAt: '2026-01-01T00:00:00.000Z',
    correlationId: 'c-1',
  },
  envelope,
);

test.each([
  ['binary', toBinary],
  ['structured', toStructured],
])('the CloudEvents SDK accepts what is sent in %s mode', (_, encode) => {
  const decoded = HTTP.toEvent(encode(event) as Message);
  if (Array.isArray(decoded)) throw new Error('one event was sent');
  const strict = new CloudEvent(decoded as CloudEvent<unknown>);
  expect(strict.validate()).toBe(true);
  expect({ ...strict.toJSON() }).toEqual(event);
});

test.each(['binary', 'structured'] as const)(
  'what the SDK sends in %s mode is understood',
  (mode) => {
    const foreign = new CloudEvent({
      id: 'a b',
      source: 'https://example.com/foreign',
      type: 'org.example.thing',
      subject: 'über',
      datacontenttype: 'application/json',
      data: { some: ['thing', 1, null] },
      partitionkey: 'p',
    });
    const { headers, body } = HTTP[mode](foreign);
    const names = Object.entries(headers).map(([name, value]) => [name, String(value)]);
    const read = fromHttp({ headers: Object.fromEntries(names), body });
    expect(read).toMatchObject({
      id: 'a b',
      type: 'org.example.thing',
      data: foreign.data,
      partitionkey: 'p',
    });
    expect(read.subject).toBe('über');
  },
);

test('binary data of others comes as bytes', () => {
  const body = { specversion: '1.0', id: '1', source: '/', type: 't', data_base64: 'AAEC' };
  const { data } = fromHttp({ headers: { 'Content-Type': 'application/cloudevents+json' }, body });
  expect(data).toEqual(Buffer.from([0, 1, 2]));
});

test('what is sent over HTTP arrives; a refusal is told to the sender', async () => {
  let status = 204;
  const got: unknown[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    got.push(fromHttp({ headers: request.headers, body }));
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const targetUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const messaging = createMessaging({
    ...envelope,
    remote: createHttpPublisher({ url: targetUrl, mode: 'binary', timeoutMs: 5_000 }),
  });
  await messaging.publish(event);
  status = 503;
  await expect(messaging.publish(event)).rejects.toThrow('The receiver answered 503.');
  expect(got).toEqual([event, event]);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
