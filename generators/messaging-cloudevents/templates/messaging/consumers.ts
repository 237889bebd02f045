import type { CloudEvent } from './envelope.ts';
import type { Publisher } from './publisher.ts';

export type Consumer = (event: CloudEvent) => Promise<void> | void;

/** Hands events to code of this service. */
export interface Consumers extends Publisher {
  /**
   * Take events whose type is, or begins with, this: `com.example.orders.order.placed.v1`, `com.example.orders.`, or
   * the empty text for all. Returns what ends it.
   */
  subscribe(type: string, consumer: Consumer): () => void;
}

/** Make the consumers of this service. All of an event's get it; when one fails the event counts as not delivered. */
export function createConsumers(): Consumers {
  const subscriptions = new Set<{ readonly type: string; readonly consumer: Consumer }>();
  return {
    subscribe: (type, consumer) => {
      const subscription = { type, consumer };
      subscriptions.add(subscription);
      return () => void subscriptions.delete(subscription);
    },
    publish: async (event) => {
      for (const { type, consumer } of subscriptions) {
        const wants =
          event.type === type || type === '' || (type.endsWith('.') && event.type.startsWith(type));
        if (wants) await consumer(event);
      }
    },
  };
}
