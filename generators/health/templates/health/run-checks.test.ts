import { type Check, createCheckRunner } from './run-checks.ts';

const check = (name: string, run: Check['check'], timeoutMs?: number): Check => ({
  name,
  check: run,
  critical: true,
  ...(timeoutMs === undefined ? {} : { timeoutMs }),
});

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('checks run at once, not one after the other', async () => {
  let started = 0;
  const together = async () => {
    started++;
    while (started < 3) await wait(1);
  };
  const checks = ['a', 'b', 'c'].map((name) => check(name, together));
  expect(await createCheckRunner(checks, 0).run()).toMatchObject({
    a: { status: 'ok' },
    b: { status: 'ok' },
    c: { status: 'ok' },
  });
});

test('probes that arrive together share a run, and later ones its results while they are fresh', async () => {
  let runs = 0;
  const slow = check('a', () => wait(20).then(() => runs++));
  const { run } = createCheckRunner([slow], 60_000);
  const together = await Promise.all([run(), run(), run()]);
  expect(together.map((results) => results.a?.status)).toEqual(['ok', 'ok', 'ok']);
  await run();
  expect(runs).toBe(1);
  const hasty = createCheckRunner([slow], 1);
  await hasty.run();
  await wait(20);
  await hasty.run();
  expect(runs).toBe(3);
});

test('a check that hangs is told to stop, counted as failed, and not started a second time', async () => {
  let starts = 0;
  let stopped = false;
  const hang: Check['check'] = (signal) => {
    starts++;
    signal.addEventListener('abort', () => (stopped = true));
    return new Promise(() => undefined);
  };
  const { run } = createCheckRunner([check('a', hang, 20)], 0);
  expect(await run()).toMatchObject({ a: { status: 'error', error: 'TIMEOUT' } });
  expect(stopped).toBe(true);
  expect(await run()).toMatchObject({ a: { status: 'error', error: 'TIMEOUT' } });
  expect(starts).toBe(1);
});

test.each([
  [Object.assign(new Error('no'), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
  [new TypeError('secret'), 'TypeError'],
  [Object.assign(new Error('no'), { code: 'secret/1' }), 'Error'],
  ['secret', 'Error'],
])('%p is named %s', async (error, name) => {
  const { run } = createCheckRunner([check('a', () => Promise.reject(error))], 0);
  expect((await run()).a?.error).toBe(name);
});

test('one failure of a check that was healthy is told, and counts when it fails again', async () => {
  const outcomes = ['ok', 'fail', 'ok', 'fail', 'fail', 'ok'];
  const flapping = () => {
    if (outcomes.shift() === 'fail') throw Object.assign(new Error('no'), { code: 'ECONNRESET' });
  };
  const { run, latest } = createCheckRunner([check('a', flapping)], 0);
  const seen: unknown[] = [];
  while (outcomes.length > 0) {
    const { status, error } = (await run()).a ?? {};
    seen.push([status, error].filter((word) => word !== undefined).join(' '));
  }
  expect(seen).toEqual(['ok', 'ok ECONNRESET', 'ok', 'ok ECONNRESET', 'error ECONNRESET', 'ok']);
  expect(latest().a?.status).toBe('ok');
});

test('a check that fails from the start counts at once', async () => {
  const { run } = createCheckRunner([check('a', () => Promise.reject(new Error('no')))], 0);
  expect((await run()).a?.status).toBe('error');
});
