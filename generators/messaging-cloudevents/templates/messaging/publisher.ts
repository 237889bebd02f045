import type { CloudEvent } from './envelope.ts';
import { toBinary, toStructured } from './http-binding.ts';

/** Sends events to whoever wants them. */
export interface Publisher {
  /** Resolves once they have it; rejects when it must be sent again. */
  publish(event: CloudEvent): Promise<void>;
}

export interface HttpPublisherOptions {
  readonly url: string;
  readonly mode: 'binary' | 'structured';
  readonly timeoutMs: number;
}

/** Send events over HTTP; any answer but 2xx means that the receiver does not have it. */
export function createHttpPublisher({ url, mode, timeoutMs }: HttpPublisherOptions): Publisher {
  return {
    publish: async (event) => {
      const message = mode === 'binary' ? toBinary(event) : toStructured(event);
      const response = await fetch(url, {
        method: 'POST',
        ...message,
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`The receiver answered ${response.status}.`);
    },
  };
}
