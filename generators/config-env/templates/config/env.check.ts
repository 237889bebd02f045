import { strict as assert } from 'node:assert';
import { z } from 'zod';
import { envSchema } from '#host/config/env';
import { describe, it } from '#host/test';
import { EnvironmentError, parseEnv } from './load-env.ts';

const schema = z.object({
  DATABASE_URL: z.string(),
  RETRIES: z.coerce.number().int().default(3),
  VERBOSE: z.stringbool().default(false),
});

describe('environment', () => {
  it('names every fault and no value', () => {
    assert.throws(
      () => parseEnv(schema, { DATABASE_URL: '', RETRIES: 'hunter2', VERBOSE: 'hunter2' }),
      (error: unknown) => {
        assert.ok(error instanceof EnvironmentError);
        assert.deepEqual(
          error.faults.map((fault) => fault.split(':')[0]),
          ['DATABASE_URL', 'RETRIES', 'VERBOSE'],
        );
        assert.doesNotMatch(error.message, /hunter2/);
        return true;
      },
    );
  });

  it('reads types and fills in defaults', () => {
    const env = parseEnv(schema, { DATABASE_URL: 'db', RETRIES: '', VERBOSE: 'false' });
    assert.deepEqual({ ...env }, { DATABASE_URL: 'db', RETRIES: 3, VERBOSE: false });
    assert.ok(Object.isFrozen(env));
  });

  it('knows at least one variable of this service', () => {
    assert.ok(Object.keys(envSchema.shape).length > 0);
  });
});
