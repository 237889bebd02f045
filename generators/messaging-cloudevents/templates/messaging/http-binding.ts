import { type CloudEvent, InvalidCloudEvent, requireCloudEvent } from './envelope.ts';

/** An HTTP message: names of headers in lower case. */
export interface HttpMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came in over HTTP, its body already read. */
export interface Incoming {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The text, or what a body parser made of its JSON. */
  readonly body: unknown;
}

const STRUCTURED = 'application/cloudevents+json';

/** The whole event as one JSON document. */
export function toStructured(event: CloudEvent): HttpMessage {
  return {
    headers: { 'content-type': `${STRUCTURED}; charset=utf-8` },
    body: JSON.stringify(event),
  };
}

/** The attributes as headers, the data as the body. */
export function toBinary(event: CloudEvent): HttpMessage {
  const { data, datacontenttype = 'application/json', ...attributes } = event;
  const headers: Record<string, string> = { 'content-type': datacontenttype };
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) headers[`ce-${name}`] = encoded(String(value));
  }
  const isJson = /[/+]json\b/.test(datacontenttype);
  return { headers, body: isJson ? JSON.stringify(data ?? null) : String(data ?? '') };
}

/** Read an event in either form. Throws InvalidCloudEvent. */
export function fromHttp({ headers, body }: Incoming): CloudEvent {
  const all = new Map(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), single(value)] as const),
  );
  const contentType = all.get('content-type') ?? '';
  if (contentType.startsWith('application/cloudevents-batch')) {
    throw new InvalidCloudEvent('batches are not taken');
  }
  if (contentType.startsWith(STRUCTURED)) return withData(requireCloudEvent(json(body)));
  const attributes = new Map<string, unknown>();
  for (const [name, value] of all) {
    if (name.startsWith('ce-') && value !== undefined)
      attributes.set(name.slice(3), decoded(value));
  }
  const isJson = contentType === '' || /[/+]json\b/.test(contentType);
  const data = isJson && body !== '' ? json(body) : body;
  if (contentType !== '') attributes.set('datacontenttype', contentType.split(';', 1)[0]);
  if (body !== undefined && body !== '') attributes.set('data', data);
  return requireCloudEvent(Object.fromEntries(attributes));
}

/** Binary data comes as base64 inside JSON. */
function withData(event: CloudEvent): CloudEvent {
  const { data_base64: base64, ...rest } = event;
  if (typeof base64 !== 'string') return event;
  return requireCloudEvent({ ...rest, data: Buffer.from(base64, 'base64') });
}

function single(value: string | readonly string[] | undefined): string | undefined {
  const all: readonly string[] = typeof value === 'string' ? [value] : (value ?? []);
  return all[0];
}

function json(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body);
  } catch {
    throw new InvalidCloudEvent('its JSON cannot be read');
  }
}

/** Header values are printable ASCII without quotes and percent signs; all else is percent-encoded UTF-8. */
function encoded(value: string): string {
  return value.replace(/[^\x21\x23\x24\x26-\x7e]/gu, (character) =>
    [...Buffer.from(character)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );
}

function decoded(value: string): string {
  const text = value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
