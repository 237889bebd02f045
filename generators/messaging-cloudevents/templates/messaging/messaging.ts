import type { DomainEvent } from '#source/domain/kernel/domain-event';
import { type Consumers, createConsumers } from './consumers.ts';
import { type CloudEvent, type EnvelopeOptions, toCloudEvent } from './envelope.ts';
import type { Publisher } from './publisher.ts';

export interface MessagingOptions extends EnvelopeOptions {
  /** What carries events to other services; without it they stay in this process. */
  readonly remote?: Publisher | undefined;
}

export interface Messaging extends Pick<Consumers, 'subscribe' | 'publish'> {
  /** Put an event of the domain into its envelope. */
  envelope(event: DomainEvent): CloudEvent;
  /** Hand an event from elsewhere to the consumers of this service; those that it sent itself they have had already. */
  receive(event: CloudEvent): Promise<void>;
}

/** Events for others: first to the consumers of this service, then to other services, if something carries them there. */
export function createMessaging(options: MessagingOptions): Messaging {
  const consumers = createConsumers();
  return {
    subscribe: consumers.subscribe,
    envelope: (event) => toCloudEvent(event, options),
    receive: async (event) => {
      if (event.source !== options.source) await consumers.publish(event);
    },
    publish: async (event) => {
      await consumers.publish(event);
      await options.remote?.publish(event);
    },
  };
}
