import type { CloudEvent } from './envelope.ts';
import type { Publisher } from './publisher.ts';

/** Carries events between services by way of a broker, and finds the broker again whenever it is lost. */
export interface Transport extends Publisher {
  /**
   * Connect, without waiting for it, and hand over what arrives. An event is done once `receive` resolves; when it rejects
   * the event comes again, later and later.
   */
  start(receive: (event: CloudEvent) => Promise<void>): void;
  /** Throws while the broker cannot be used. */
  check(): void;
  /** Finish the event that is being handled, and disconnect. */
  close(): Promise<void>;
}

export interface TransportOptions {
  /** Where the broker is, with user and password. */
  readonly url: string;
  readonly mode: 'binary' | 'structured';
  readonly timeoutMs: number;
  readonly log: { error(message: string): void };
}

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;

/** How long an event waits that has failed so many times, in milliseconds. */
export function delayAfter(failures: number): number {
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.max(0, failures - 1));
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
