import { strict as assert } from 'node:assert';
import { createLogger } from '#host/logging/create-logger';
import { describe, it } from '#host/test';

function lines(level = 'info', source: () => object | undefined = () => undefined) {
  const written: string[] = [];
  const logger = createLogger({
    service: 'test',
    level,
    sources: [source],
    write: (line) => written.push(line),
  });
  const read = () => written.map((line) => JSON.parse(line) as Record<string, unknown>);
  return { logger, read };
}

describe('logger', () => {
  it('writes an object a line, with what is going on', () => {
    const { logger, read } = lines('info', () => ({ trace_id: 'abc' }));
    logger.info({ order: 7 }, 'placed');
    logger.debug('not written');
    assert.equal(read().length, 1);
    const { time, severity, message, order, trace_id, ...rest } = read()[0] ?? {};
    assert.ok(!Number.isNaN(Date.parse(String(time))));
    assert.deepEqual([severity, message, order, trace_id], ['INFO', 'placed', 7, 'abc']);
    assert.equal(rest['service.name'], 'test');
  });

  it('writes no secret, and errors with their stack', () => {
    const { logger, read } = lines();
    const err = new Error('no');
    logger.error({ password: 'hunter2', user: { token: 'hunter2' }, err }, 'failed');
    const text = JSON.stringify(read());
    assert.doesNotMatch(text, /hunter2/);
    assert.match(text, /"message":"no"/);
    assert.match(text, /"stack":"Error: no/);
  });
});
