import { strict as assert } from 'node:assert';
import { describe, it } from '#host/test';
import type { DomainEvent } from '#source/domain/kernel/domain-event';
import { InvalidCloudEvent, toCloudEvent } from './envelope.ts';
import { fromHttp, toBinary, toStructured } from './http-binding.ts';
import { createMessaging } from './messaging.ts';

const event: DomainEvent = {
  id: '1',
  type: 'lamp.installed',
  schemaVersion: 1,
  data: { room: 'Küche' },
  aggregateId: 'désk %',
  aggregateVersion: 3,
  occurredAt: '2026-01-01T00:00:00.000Z',
};
const envelope = { source: '/lamps', typePrefix: 'com.example' };

describe('messages', () => {
  it('come back as they were sent, in both forms', () => {
    const sent = toCloudEvent(event, envelope);
    assert.deepEqual(fromHttp(toBinary(sent)), sent);
    assert.deepEqual(fromHttp(toStructured(sent)), sent);
    assert.equal(sent.type, 'com.example.lamp.installed.v1');
  });

  it('that are no CloudEvents are refused', () => {
    const headers = { 'content-type': 'application/cloudevents+json' };
    for (const body of ['', '[]', '{"specversion":"1.0","id":"1","source":"/"}', '{"id":1}']) {
      assert.throws(() => fromHttp({ headers, body }), InvalidCloudEvent);
    }
    assert.throws(() => fromHttp({ headers: {}, body: '{}' }), InvalidCloudEvent);
  });

  it('reach who subscribed to their type', async () => {
    const messaging = createMessaging(envelope);
    const got: string[] = [];
    const end = messaging.subscribe('com.example.lamp.', ({ id }) => void got.push(id));
    messaging.subscribe('com.example.lamp.broken.v1', ({ id }) => void got.push(id));
    await messaging.publish(messaging.envelope(event));
    end();
    await messaging.publish(messaging.envelope(event));
    assert.equal(got.join(), '1');
    messaging.subscribe('', ({ source }) => void got.push(source));
    await messaging.receive(messaging.envelope(event));
    await messaging.receive({ ...messaging.envelope(event), source: '/others' });
    assert.equal(got.join(), '1,/others');
  });
});
