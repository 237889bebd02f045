import { strict as assert } from 'node:assert';
import { envSchema } from '#host/config/env';
import { describe, it } from '#host/test';
import { EnvironmentError, type EnvSchema, parseEnv } from './load-env.ts';

/** Wants every variable to be absent. */
const nothing: EnvSchema<object> = {
  safeParse: (source) => {
    const names = Object.keys(source as object);
    if (names.length === 0) return { data: {} };
    const issues = names.map((name) => ({ path: [name], message: 'must be absent' }));
    return { error: { issues } };
  },
};

describe('environment', () => {
  it('names every fault and no value', () => {
    assert.throws(
      () => parseEnv(nothing, { KEY: 'hunter2', EMPTY: '', WORD: 'hunter3' }),
      (error: unknown) => {
        assert.ok(error instanceof EnvironmentError);
        assert.deepEqual(error.faults, ['KEY: must be absent', 'WORD: must be absent']);
        assert.doesNotMatch(error.message, /hunter/);
        return true;
      },
    );
  });

  it('is frozen, and an empty variable counts as unset', () => {
    assert.ok(Object.isFrozen(parseEnv(nothing, { EMPTY: '' })));
  });

  it('tells a variable of the platform that is wrong', () => {
    assert.equal(envSchema.safeParse({ PORT: 'eighty' }).success, false);
  });
});
