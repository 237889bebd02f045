import type { DomainEvent } from '#source/domain/kernel/domain-event';

/** A CloudEvent of version 1.0; extensions are further lower-case names. */
export interface CloudEvent<Data = unknown> {
  readonly specversion: '1.0';
  /** Together with `source` it names the event: the same pair is the same event. */
  readonly id: string;
  readonly source: string;
  /** Reverse DNS and a version: `com.example.orders.order.placed.v1`. */
  readonly type: string;
  readonly subject?: string;
  /** RFC 3339. */
  readonly time?: string;
  readonly datacontenttype?: string;
  readonly dataschema?: string;
  readonly traceparent?: string;
  readonly data?: Data;
  readonly [extension: string]: unknown;
}

export interface EnvelopeOptions {
  /** Who sends: a URI, or a path such as `/orders`. */
  readonly source: string;
  /** Stands before each type: `com.example.orders`. */
  readonly typePrefix: string;
  /** Where schemas of data are found, if anywhere: `https://example.com/schemas`. */
  readonly schemas?: string | undefined;
  /** The trace that the event belongs to. */
  readonly traceparent?: (() => string | undefined) | undefined;
}

/** Put an event of the domain into an envelope for others. */
export function toCloudEvent(event: DomainEvent, options: EnvelopeOptions): CloudEvent {
  const type = `${options.typePrefix}.${event.type}.v${event.schemaVersion}`;
  const traceparent = options.traceparent?.();
  return {
    specversion: '1.0',
    id: event.id,
    source: options.source,
    type,
    subject: event.aggregateId,
    time: event.occurredAt,
    datacontenttype: 'application/json',
    ...(options.schemas === undefined ? {} : { dataschema: `${options.schemas}/${type}.json` }),
    ...(traceparent === undefined ? {} : { traceparent }),
    ...(event.correlationId === undefined ? {} : { correlationid: event.correlationId }),
    ...(event.causationId === undefined ? {} : { causationid: event.causationId }),
    sequence: String(event.aggregateVersion),
    data: event.data,
  };
}

/** A message that is no CloudEvent. */
export class InvalidCloudEvent extends Error {
  readonly status = 400;

  constructor(problem: string) {
    super(`This is no CloudEvent: ${problem}.`);
    this.name = 'InvalidCloudEvent';
  }
}

/** Check that something has the form of a CloudEvent. Throws InvalidCloudEvent. */
export function requireCloudEvent(value: unknown): CloudEvent {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InvalidCloudEvent('it is no object');
  }
  const attributes = new Map<string, unknown>(Object.entries(value));
  if (attributes.get('specversion') !== '1.0')
    throw new InvalidCloudEvent('specversion must be 1.0');
  for (const name of ['id', 'source', 'type']) {
    const found = attributes.get(name);
    if (typeof found !== 'string' || found === '')
      throw new InvalidCloudEvent(`${name} is missing`);
  }
  const time = attributes.get('time');
  if (time !== undefined && (typeof time !== 'string' || !TIME.test(time))) {
    throw new InvalidCloudEvent('time must be RFC 3339');
  }
  for (const name of attributes.keys()) {
    if (!/^[a-z0-9]+$/.test(name) && name !== 'data_base64') {
      throw new InvalidCloudEvent('names of attributes are lower-case letters and digits');
    }
  }
  return value as CloudEvent;
}

const TIME = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/;
