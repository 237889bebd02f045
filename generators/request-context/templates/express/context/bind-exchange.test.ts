import { once } from 'node:events';
import { get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { REQUEST_ID, requestContext } from '#host/context/request-context';
import { requestContexts } from './middleware.ts';

const VERSIONS: readonly (readonly [string, typeof express])[] = [
  ['4', jest.requireActual('express-4')],
  ['5', express],
];

describe.each(VERSIONS)('on Express %s', (_version, create) => {
  const heard: unknown[] = [];
  const arrived: (() => void)[] = [];
  let server: Server;

  beforeAll(async () => {
    const app = create();
    app.use(requestContexts());
    const inner = create();
    inner.use('/', (request, response) => {
      for (const emitter of [request, response]) {
        emitter.on('close', () => heard.push(requestContext()?.requestId));
      }
      // Nothing answers.
      arrived.shift()?.();
    });
    app.use('/mounted', inner);
    app.use(inner);
    server = app.listen(0);
    await once(server, 'listening');
  });
  afterAll(() => server.close());

  /** Ask, and leave when the handler has begun. */
  async function leave(path: string, id: string): Promise<void> {
    const { port } = server.address() as AddressInfo;
    const begun = new Promise<void>((resolve) => arrived.push(resolve));
    const headers = { [REQUEST_ID]: id };
    const request = get({ port, path, headers }).once('error', () => undefined);
    await begun;
    request.destroy();
  }

  it.each(['/', '/mounted'])(
    'listeners are told in the context when a client leaves %s',
    async (path) => {
      heard.length = 0;
      await leave(path, 'request-1');
      await leave(path, 'request-2');
      while (heard.length < 4) await new Promise((resolve) => setTimeout(resolve, 5));
      expect(heard.toSorted()).toEqual(['request-1', 'request-1', 'request-2', 'request-2']);
    },
  );

  it('nothing is put on a request but its context', async () => {
    const app = create();
    let own: readonly PropertyKey[] = [];
    app.use((request, _response, next) => {
      own = Reflect.ownKeys(request);
      next();
    });
    app.use(requestContexts(), (request, response) => {
      const added = Reflect.ownKeys(request).filter((name) => !own.includes(name));
      response.json(added.map(String));
    });
    const other = app.listen(0);
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    other.close();
    expect(await answer.json()).toEqual(['Symbol(context of a request)']);
  });
});
