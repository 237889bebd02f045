import type { CloudEvent } from './envelope.ts';
import { fromHttp, toBinary, toStructured } from './http-binding.ts';

/** What of a NATS message carries an event. */
export interface NatsMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** As over HTTP, with every attribute of the binary form behind `ce-`. */
export function toNats(event: CloudEvent, mode: 'binary' | 'structured'): NatsMessage {
  if (mode === 'structured') return toStructured(event);
  const { headers, body } = toBinary(event);
  const { 'content-type': contentType = '', ...attributes } = headers;
  return { headers: { ...attributes, 'ce-datacontenttype': contentType }, body };
}

/** Read an event in either form; one without headers is in the structured form. Throws InvalidCloudEvent. */
export function fromNats({ headers, body }: NatsMessage): CloudEvent {
  const names = new Map(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const isBinary = names.has('ce-id');
  const contentType =
    names.get('content-type') ??
    (isBinary ? names.get('ce-datacontenttype') : 'application/cloudevents+json') ??
    'application/json';
  return fromHttp({
    headers: { ...Object.fromEntries(names), 'content-type': contentType },
    body,
  });
}
