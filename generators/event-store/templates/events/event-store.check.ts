import { strict as assert } from 'node:assert';
import { describe, it } from '#host/test';
import type { DomainEvent } from '#source/domain/kernel/domain-event';
import { UnknownEventError } from './event-store.ts';
import { requireKnown, upcasted } from './upcasters.ts';

const event: DomainEvent = {
  id: '1',
  type: 'lamp.installed',
  schemaVersion: 1,
  data: { watts: 8 },
  aggregateId: 'desk',
  aggregateVersion: 1,
  occurredAt: '2026-01-01T00:00:00.000Z',
};

const types = new Map([
  [
    'lamp.installed',
    {
      schemaVersion: 3,
      upcast: {
        1: (data: object) => ({ ...data, colour: 'warm' }),
        2: (data: object) => ({ lamp: data }),
      },
    },
  ],
]);

describe('events', () => {
  it('are brought to the schema of today, step by step', () => {
    const { schemaVersion, data } = upcasted(event, types);
    assert.equal(schemaVersion, 3);
    assert.deepEqual(data, { lamp: { watts: 8, colour: 'warm' } });
  });

  it('that the service does not know are an error, not left out', () => {
    assert.throws(() => upcasted({ ...event, type: 'lamp.broken' }, types), UnknownEventError);
    assert.throws(() => upcasted({ ...event, schemaVersion: 4 }, types), UnknownEventError);
    assert.throws(() => requireKnown([event], types), UnknownEventError);
  });
});
