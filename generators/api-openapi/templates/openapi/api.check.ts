import { strict as assert } from 'node:assert';
import type { AppError } from '#host/errors/app-error';
import { createAnswers } from '#host/openapi/answers';
import { z } from '#host/openapi/zod';
import { describe, it } from '#host/test';
import { decodeCursor, pageOf, pageQuery } from './cursor.ts';
import { etagOf, isKnown, requireMatch } from './etag.ts';
import type { Route } from './route.ts';

const lamp: Route = {
  method: 'get',
  path: '/v1/lamps/{id}',
  summary: 'One lamp',
  responses: { 200: { description: 'The lamp', body: z.object({ watts: z.number() }) } },
  deprecated: {
    since: new Date('2026-01-01T00:00:00Z'),
    sunset: new Date('2027-01-01T00:00:00Z'),
    link: 'https://example.com/lamps',
  },
};

const statusOf = (work: () => unknown): number => {
  try {
    work();
  } catch (error) {
    return (error as AppError).status;
  }
  return 200;
};

describe('the answers of described routes', () => {
  const answer = { method: 'GET', path: '/v1/lamps/1', status: 200, type: 'application/json' };
  const logged: string[] = [];
  const log = { warn: (_details: object, message: string) => logged.push(message) };

  it('are failures in tests when they are not as described', () => {
    const answers = createAnswers([lamp], { check: true, strict: true, log });
    answers.compare({ ...answer, body: '{"watts":1}' });
    answers.compare({ ...answer, path: '/v1/chairs/1', body: '' });
    answers.compare({ ...answer, status: 500, body: '' });
    answers.compare({ ...answer, status: 404, type: 'application/problem+json', body: '{}' });
    assert.throws(() => answers.compare({ ...answer, body: '{"watts":"1"}' }), /\/watts/);
    assert.throws(() => answers.compare({ ...answer, body: 'one' }), /not as described/);
    assert.throws(() => answers.compare({ ...answer, status: 202, body: '' }), /not described/);
    assert.throws(() => answers.compare({ ...answer, status: 404, body: '' }), /not described/);
  });

  it('are logged elsewhere', () => {
    const answers = createAnswers([lamp], { check: true, strict: false, log });
    answers.compare({ ...answer, body: '{}' });
    assert.equal(logged.length, 1);
  });

  it('tell when a route ends', () => {
    const answers = createAnswers([lamp], { check: false, strict: false, log });
    assert.deepEqual(answers.headersOf('GET', '/v1/lamps/1'), {
      deprecation: '@1767225600',
      sunset: 'Fri, 01 Jan 2027 00:00:00 GMT',
      link: '<https://example.com/lamps>; rel="deprecation"',
    });
    assert.deepEqual(answers.headersOf('POST', '/v1/lamps/1'), {});
  });
});

describe('pages of lists', () => {
  it('lead from one to the next, and are bounded', () => {
    const { limit } = pageQuery.parse({ limit: '2' });
    const page = pageOf(['a', 'b', 'c'], limit, (item) => [1, item]);
    assert.deepEqual(page.items, ['a', 'b']);
    assert.deepEqual(decodeCursor(page.next ?? ''), [1, 'b']);
    assert.deepEqual(
      pageOf(['a', 'b'], limit, (item) => [item]),
      { items: ['a', 'b'] },
    );
    assert.equal(pageQuery.safeParse({ limit: 101 }).success, false);
    assert.equal(
      statusOf(() => decodeCursor('nonsense')),
      400,
    );
    assert.equal(
      statusOf(() => decodeCursor(Buffer.from('{"a":1}').toString('base64url'))),
      400,
    );
  });
});

describe('entity tags', () => {
  it('let nobody change what they have not seen', () => {
    const etag = etagOf(3);
    const changing = (ifMatch?: string) => statusOf(() => requireMatch(ifMatch, etag));
    assert.deepEqual(
      [changing('"3"'), changing('*'), changing('"2", "3"'), changing('"2"'), changing('W/"3"')],
      [200, 200, 200, 412, 412],
    );
    assert.equal(changing(undefined), 428);
    assert.deepEqual([isKnown('W/"3"', etag), isKnown('"2"', etag)], [true, false]);
  });
});
