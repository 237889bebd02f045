import { randomUUID } from 'node:crypto';
import type { DomainEvent } from '#source/domain/kernel/domain-event';
import type { Storage } from '../../storage-sql/templates/storage/storage.ts';
import { createSqlEventStore } from '../templates/events/sql-event-store.ts';
import type { EventTypes } from '../templates/events/upcasters.ts';

export const TYPES: EventTypes = new Map([
  ['lamp.lit', { schemaVersion: 2, upcast: { 1: (data: object) => ({ ...data, colour: 'warm' }) } }],
]);

export function lit(aggregateId: string, aggregateVersion: number, more: object = {}): DomainEvent {
  return {
    id: randomUUID(),
    type: 'lamp.lit',
    schemaVersion: 2,
    data: { watts: 8, ...more },
    aggregateId,
    aggregateVersion,
    occurredAt: new Date().toISOString(),
    actor: 'ada',
  };
}

export function storeIn(storage: Storage) {
  return createSqlEventStore({ storage, types: TYPES });
}
