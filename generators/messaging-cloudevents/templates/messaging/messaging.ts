import type { DomainEvent } from '#source/domain/kernel/domain-event';
import { type Consumers, createConsumers } from './consumers.ts';
import { type CloudEvent, type EnvelopeOptions, toCloudEvent } from './envelope.ts';
import { createHttpPublisher } from './publisher.ts';

export interface MessagingOptions extends EnvelopeOptions {
  /** Where events are sent over HTTP; without it they stay in this process. */
  readonly targetUrl?: string | undefined;
  readonly mode: 'binary' | 'structured';
  readonly timeoutMs: number;
}

export interface Messaging extends Pick<Consumers, 'subscribe' | 'publish'> {
  /** Put an event of the domain into its envelope. */
  envelope(event: DomainEvent): CloudEvent;
}

/** Events for others: first to the consumers of this service, then over HTTP, if there is somewhere to send them. */
export function createMessaging(options: MessagingOptions): Messaging {
  const { targetUrl, mode, timeoutMs } = options;
  const consumers = createConsumers();
  const remote =
    targetUrl === undefined ? undefined : createHttpPublisher({ url: targetUrl, mode, timeoutMs });
  return {
    subscribe: consumers.subscribe,
    envelope: (event) => toCloudEvent(event, options),
    publish: async (event) => {
      await consumers.publish(event);
      await remote?.publish(event);
    },
  };
}
