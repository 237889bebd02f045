import { strict as assert } from 'node:assert';
import { describe, it } from '#host/test';
import { AppError, badRequest, conflict } from '../errors/app-error.ts';
import { findMapping } from '../errors/error-mapping.ts';
import { answerFailure } from './problem.ts';

const SECRET = 'secret db password';

class TooEarly extends Error {}
class MuchTooEarly extends TooEarly {}

function answered(error: unknown) {
  const log: unknown[] = [];
  const options = {
    log: { error: (details: object) => void log.push(details) },
    requestId: () => 'r-1',
  };
  const { status, headers, body } = answerFailure(
    error,
    { method: 'GET', url: '/orders?token=1' },
    options,
  );
  return { status, headers, body, problem: JSON.parse(body), log };
}

describe('problems', () => {
  it('tell nothing of an error that nobody foresaw, and log it once', () => {
    const thrown = [
      new Error(SECRET),
      Object.assign(new Error(SECRET), { statusCode: 503 }),
      Object.assign(new Error(SECRET), { status: 404 }),
      Object.assign(new Error(SECRET), { status: 401, isAxiosError: true }),
      new AppError(500, 'broken', SECRET),
      SECRET,
      { message: SECRET },
      undefined,
    ];
    for (const error of thrown) {
      const { status, body, log } = answered(error);
      assert.doesNotMatch(body, /secret/);
      assert.equal(log.length, status >= 500 ? 1 : 0);
    }
    assert.equal(answered(thrown[0]).status, 500);
    assert.equal(answered(thrown[1]).status, 503);
    assert.equal(answered(thrown[3]).status, 500);
  });

  it('say what is the client’s to mend', () => {
    const faults = [{ pointer: '/body/total', detail: 'is negative' }];
    const { status, headers, problem, log } = answered(
      badRequest('The order is not valid.', faults),
    );
    assert.equal(status, 400);
    assert.equal(headers['content-type'], 'application/problem+json');
    assert.deepEqual(problem, {
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      detail: 'The order is not valid.',
      code: 'bad-request',
      errors: faults,
      instance: '/orders',
      requestId: 'r-1',
    });
    assert.equal(log.length, 0);
    assert.equal(answered(conflict('It is paid already.')).status, 409);
  });

  it('take the mapping of the most derived class', () => {
    const mappings = [
      { error: MuchTooEarly, status: 425 },
      { error: TooEarly, status: 409 },
    ];
    assert.equal(findMapping(new MuchTooEarly(), mappings)?.status, 425);
    assert.equal(findMapping(new MuchTooEarly(), [...mappings].reverse())?.status, 425);
    assert.equal(findMapping(new TooEarly(), mappings)?.status, 409);
    assert.equal(findMapping(new Error(), mappings), undefined);
  });
});
