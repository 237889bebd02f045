import { join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import { openWorkbench } from '@joinery/testing';
import { answers } from '../running/get.ts';
import { type Booted, boot } from './boot.ts';
import { HOSTS } from './hosts.ts';

const bench = openWorkbench(openCatalog({ workspace: join(__dirname, '../..'), files: [], more: [] }));

// Anchor A13: what fails is answered, and nothing gets out.
describe.each(Object.entries(HOSTS))('on %s', (_name, { files, alias = {} }) => {
  let service: Booted;

  beforeAll(async () => {
    const add = [
      { name: 'problem-errors' },
      { name: 'request-context' },
      { name: 'input-validation', options: { bodyBytes: 2_000 } },
    ];
    service = await boot(await bench.run(files, { add, tier: 'intermediate' }), { alias });
    await service.until('it answers', () => answers(`${service.url}/ok`, 200));
  });
  afterAll(() => service?.remove());

  test.each(['/sync', '/async'])(
    '%s: a problem without the secret, and one line in the log',
    async (path) => {
      const before = service.output().length;
      const response = await fetch(service.url + path, {
        headers: { 'x-request-id': 'request-0001' },
        signal: AbortSignal.timeout(10_000),
      });
      const text = await response.text();
      expect(response.status).toBe(500);
      expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(response.headers.get('x-request-id')).toBe('request-0001');
      expect(text).not.toContain('secret');
      expect(JSON.parse(text)).toMatchObject({ status: 500, instance: path, requestId: 'request-0001' });
      await service.until('it has logged', () => service.output().slice(before).includes('secret'));
      // Whatever else would be said of it has been said by the time another request is answered.
      await fetch(`${service.url}/ok`);
      expect(service.output().slice(before).split('secret db password')).toHaveLength(2);
    },
  );

  test('a body that is larger than the service takes is a problem, whoever parses it', async () => {
    const post = (size: number) =>
      fetch(`${service.url}/body`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text: 'x'.repeat(size) }),
      });
    // This one parses no bodies.
    if (_name === 'Koa') return expect((await post(2_100)).status).toBe(404);
    expect((await post(1_900)).status).toBe(200);
    const response = await post(2_100);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      413,
      expect.stringMatching(/^application\/problem\+json/),
    ]);
    expect(await response.json()).toMatchObject({ status: 413, instance: '/body' });
  });

  test('an unknown path is a problem, too, unless the host answers it', async () => {
    const response = await fetch(`${service.url}/nowhere`);
    if (_name === 'node:http') return expect(response.status).toBe(200);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ status: 404, instance: '/nowhere' });
  });
});
