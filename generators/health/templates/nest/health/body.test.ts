import { bodyOf } from './body.ts';

test('a body has what terminus tells besides', () => {
  const check = { durationMs: 1, critical: true };
  const checks = {
    database: { status: 'ok', ...check },
    queue: { status: 'error', error: 'ECONNREFUSED', ...check },
  } as const;
  expect(JSON.parse(bodyOf({ status: 'error', checks }))).toEqual({
    status: 'error',
    checks,
    info: { database: { status: 'up' } },
    error: { queue: { status: 'down', message: 'ECONNREFUSED' } },
    details: { database: { status: 'up' }, queue: { status: 'down', message: 'ECONNREFUSED' } },
  });
});
