import { once } from 'node:events';
import { connect } from 'node:http2';
import { setTimeout as wait } from 'node:timers/promises';
import { buildService, keepAliveClient, serve } from '../../fixtures/child.ts';

beforeAll(buildService);

const IN_ORDER = ['open', 'ready', 'unready', 'close second', 'close first', 'flush'];

describe.each(['http', 'express-4', 'express-5', 'fastify'])('a service on %s', (framework) => {
  it('answers the request in flight and exits 0 right after', async () => {
    const child = await serve(framework);
    const request = keepAliveClient(child.port);
    expect(await request('/')).toBe(200);

    const slow = request('/slow');
    await child.asked();
    child.process.kill('SIGTERM');

    expect(await slow).toBe(200);
    // Had it waited for the connection that is kept, its time would be up, and it would exit 1.
    expect(await child.ended).toBe(0);
    expect(child.lines()).toEqual(IN_ORDER);
  });
});

describe('a service on nest', () => {
  it('runs the hooks of Nest once, though the service listens for signals itself', async () => {
    const child = await serve('nest');
    const slow = keepAliveClient(child.port)('/slow');
    await child.asked();
    child.process.kill('SIGTERM');
    expect(await slow).toBe(200);
    expect(await child.ended).toBe(0);
    expect(child.lines()).toEqual([
      'open',
      'ready',
      'unready',
      'nest',
      'close second',
      'close first',
      'flush',
    ]);
  });
});

describe('the end of a process', () => {
  it('closes the sessions of HTTP/2', async () => {
    const child = await serve('http2');
    const session = connect(`http://127.0.0.1:${child.port}`);
    await once(session, 'connect');
    const slow = session.request({ ':path': '/slow' }).resume();
    await child.asked();
    child.process.kill('SIGTERM');
    await once(slow, 'end');
    expect(await child.ended).toBe(0);
    expect(child.lines()).toEqual(IN_ORDER);
  });

  it('closes a connection that becomes idle after the signal', async () => {
    const child = await serve('http');
    const idle = keepAliveClient(child.port);
    await idle('/');
    child.process.kill('SIGINT');
    expect(await child.ended).toBe(0);
  });

  it('waits for load balancers first, and serves meanwhile', async () => {
    const child = await serve('express-5', 'delay');
    const request = keepAliveClient(child.port);
    child.process.kill('SIGTERM');
    await child.said('unready');
    expect(await request('/')).toBe(200);
    expect(await child.ended).toBe(0);
  });

  it('waits by itself only under Kubernetes', async () => {
    const plain = await serve('http', 'usual-delay', { KUBERNETES_SERVICE_HOST: '' });
    plain.process.kill('SIGTERM');
    expect(await plain.ended).toBe(0);
    const child = await serve('http', 'usual-delay', { KUBERNETES_SERVICE_HOST: '10.0.0.1' });
    child.process.kill('SIGTERM');
    await wait(1_000);
    expect(await keepAliveClient(child.port)('/')).toBe(200);
    expect(child.lines()).not.toContain('flush');
    child.process.kill('SIGTERM');
    expect(await child.ended).toBe(1);
  });

  it('is immediate at the second signal', async () => {
    const child = await serve('http');
    void keepAliveClient(child.port)('/slow');
    await child.asked();
    child.process.kill('SIGTERM');
    await child.said('unready');
    child.process.kill('SIGTERM');
    expect(await child.ended).toBe(1);
    expect(child.lines()).not.toContain('flush');
  });

  it('does not let a step that hangs stop the others', async () => {
    const child = await serve('fastify', 'hang');
    child.process.kill('SIGTERM');
    expect(await child.ended).toBe(0);
    expect(child.lines()).toEqual(['open', 'ready', 'unready', 'close first', 'flush']);
    expect(child.stderr()).toContain('step second was not done after 2000 ms');
  });

  it('flushes still when its time is up, and exits 1', async () => {
    const child = await serve('http', 'deadline');
    void keepAliveClient(child.port)('/slow');
    await child.asked();
    child.process.kill('SIGTERM');
    expect(await child.ended).toBe(1);
    expect(child.lines()).toEqual(['open', 'ready', 'unready', 'flush']);
    expect(child.stderr()).toContain('not done after 700 ms');
  });

  it.each(['/crash', '/reject'])(
    'takes the same path, with exit code 1, after %s',
    async (path) => {
      const child = await serve('http');
      const request = keepAliveClient(child.port);
      const slow = keepAliveClient(child.port)('/slow');
      await child.asked();
      await request(path);
      expect(await slow).toBe(200);
      expect(await child.ended).toBe(1);
      expect(child.lines()).toEqual(IN_ORDER);
      expect(child.stderr()).toContain('nobody');
    },
  );
});
