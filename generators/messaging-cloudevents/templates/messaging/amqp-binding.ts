import { type CloudEvent, InvalidCloudEvent, requireCloudEvent } from './envelope.ts';
import { fromHttp, toStructured } from './http-binding.ts';

/** What of an AMQP message carries an event. */
export interface AmqpMessage {
  readonly contentType: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly content: string;
}

/** The whole event as JSON, or its attributes as properties behind `cloudEvents_`. */
export function toAmqp(event: CloudEvent, mode: 'binary' | 'structured'): AmqpMessage {
  if (mode === 'structured') {
    const { headers, body } = toStructured(event);
    const { 'content-type': contentType = '' } = headers;
    return { contentType, headers: {}, content: body };
  }
  const { data, datacontenttype = 'application/json', ...attributes } = event;
  const headers: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) headers[`cloudEvents_${name}`] = value;
  }
  const isJson = /[/+]json\b/.test(datacontenttype);
  const content = isJson ? JSON.stringify(data ?? null) : String(data ?? '');
  return { contentType: datacontenttype, headers, content };
}

/** Read an event in either form, with `cloudEvents_` or `cloudEvents:`. Throws InvalidCloudEvent. */
export function fromAmqp({ contentType, headers, content }: AmqpMessage): CloudEvent {
  if (contentType.startsWith('application/cloudevents')) {
    return fromHttp({ headers: { 'content-type': contentType }, body: content });
  }
  const attributes = new Map<string, unknown>();
  for (const [name, value] of Object.entries(headers)) {
    const attribute = /^cloudEvents[:_](.+)$/.exec(name)?.[1];
    if (attribute === 'time' && value instanceof Date) attributes.set('time', value.toISOString());
    else if (attribute !== undefined) attributes.set(attribute, value);
  }
  if (contentType !== '') attributes.set('datacontenttype', contentType);
  if (content !== '') attributes.set('data', dataOf(contentType, content));
  return requireCloudEvent(Object.fromEntries(attributes));
}

function dataOf(contentType: string, content: string): unknown {
  if (contentType !== '' && !/[/+]json\b/.test(contentType)) return content;
  try {
    return JSON.parse(content);
  } catch {
    throw new InvalidCloudEvent('its JSON cannot be read');
  }
}
