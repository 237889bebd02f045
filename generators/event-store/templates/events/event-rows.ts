import type { Row, SqlValue } from '#host/storage/storage';
import type { DomainEvent, Origin } from '#source/domain/kernel/domain-event';
import type { StoredEvent } from './event-store.ts';

/** The columns of an event in the order of {@link eventValues}, and what reads them. */
export const WRITTEN =
  'id, stream, version, type, schema_version, data, metadata, occurred_at, aggregate_id, aggregate_version';
export const READ = `${WRITTEN}, transaction_id, position`;

export function eventValues(
  stream: string,
  version: number,
  event: DomainEvent,
): readonly SqlValue[] {
  const { id, type, schemaVersion, data, occurredAt, aggregateId, aggregateVersion } = event;
  const metadata = JSON.stringify(originOf(event));
  return [
    id,
    stream,
    version,
    type,
    schemaVersion,
    JSON.stringify(data),
    metadata,
    occurredAt,
    aggregateId,
    aggregateVersion,
  ];
}

export function eventOf(row: Row): StoredEvent {
  const { id, stream, version, type, schema_version, data, metadata, occurred_at } = row;
  const { aggregate_id, aggregate_version, transaction_id, position } = row;
  const origin: Origin = JSON.parse(String(metadata));
  return {
    ...origin,
    id: String(id),
    type: String(type),
    schemaVersion: Number(schema_version),
    data: JSON.parse(String(data)),
    occurredAt: String(occurred_at),
    aggregateId: String(aggregate_id),
    aggregateVersion: Number(aggregate_version),
    stream: String(stream),
    streamVersion: Number(version),
    position: { order: Number(transaction_id), sequence: Number(position) },
  };
}

function originOf({ correlationId, causationId, actor }: Origin): Origin {
  return {
    ...(correlationId === undefined ? {} : { correlationId }),
    ...(causationId === undefined ? {} : { causationId }),
    ...(actor === undefined ? {} : { actor }),
  };
}
