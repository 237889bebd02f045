import { randomUUID } from 'node:crypto';
import type { CloudEvent } from '#host/messaging/envelope';
import type { Row, Storage } from '#host/storage/storage';
import { databaseTime } from './database-time.ts';
import { createLeases } from './leases.ts';
import { createNap } from './nap.ts';
import type { Outbox } from './outbox.ts';

export interface RelayOptions {
  readonly storage: Storage;
  readonly outbox: Outbox;
  readonly publish: (event: CloudEvent) => Promise<void>;
  readonly pollMs: number;
  /** After so many failures a message becomes a dead letter, and those behind it go on. */
  readonly maxAttempts: number;
  /** Must be longer than publishing one message can take. */
  readonly leaseMs: number;
  /** How long a message waits after its first failure; twice as long after each further one. 500 unless told. */
  readonly firstDelayMs?: number;
  /** How long delivered messages are kept. */
  readonly retentionMs: number;
  readonly log: { error(message: string): void };
}

export interface Relay {
  start(): void;
  /** Finish what is being sent, and send no more. */
  stop(): Promise<void>;
  /** Send everything that is due now, and return how many messages were delivered. */
  drain(): Promise<number>;
  /** Throws when the relay cannot work, or when messages have been waiting for minutes. */
  check(): void;
  numbers(): {
    readonly delivered: number;
    readonly failed: number;
    readonly pending: number;
    readonly abandoned: number;
    readonly oldestSeconds: number;
  };
}

const BATCH = 50;
const AGGREGATES = 8;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 60_000;
const STUCK_SECONDS = 300;
const CLEAN_EVERY_MS = 60 * 60_000;

/** Sends the messages of the outbox, those of an aggregate one after the other, at least once each. */
export function createRelay(options: RelayOptions): Relay {
  const { storage, outbox, pollMs, log } = options;
  const leases = createLeases(storage, randomUUID(), options.leaseMs);
  const counts = { delivered: 0, failed: 0, pending: 0, abandoned: 0, oldestSeconds: 0 };
  let running: Promise<void> | undefined;
  let stopping = false;
  let problem: string | undefined;
  const nap = createNap(pollMs);
  const clean = createCleaning(options);

  async function sendAll(aggregate: string): Promise<number> {
    if (!(await leases.take(aggregate))) return 0;
    try {
      const mayGoOn = async (): Promise<boolean> => !stopping && leases.take(aggregate);
      return await sendInOrder(options, aggregate, counts, mayGoOn);
    } finally {
      await leases.release(aggregate);
    }
  }

  async function drain(): Promise<number> {
    let total = 0;
    while (!stopping) {
      const aggregates = await leases.candidates(AGGREGATES);
      const sent = await Promise.all(aggregates.map(sendAll));
      const round = sent.reduce((sum, each) => sum + each, 0);
      total += round;
      if (round === 0) return total;
    }
    return total;
  }

  async function loop(): Promise<void> {
    while (!stopping) {
      try {
        await drain();
        const { pending, abandoned, oldestMs } = await outbox.counts();
        Object.assign(counts, { pending, abandoned, oldestSeconds: oldestMs / 1_000 });
        await clean();
        problem = undefined;
      } catch (error) {
        problem = error instanceof Error ? error.message : String(error);
        log.error(`outbox: ${problem}`);
      }
      if (!stopping) await nap.sleep();
    }
  }

  let unsubscribe: () => void = () => undefined;
  return {
    drain,
    start: () => {
      if (running === undefined) unsubscribe = outbox.onRecorded(nap.wake);
      running ??= loop();
    },
    stop: async () => {
      stopping = true;
      unsubscribe();
      nap.wake();
      await running;
    },
    check: () => requireProgress(problem, counts.oldestSeconds),
    numbers: () => ({ ...counts }),
  };
}

function requireProgress(problem: string | undefined, oldestSeconds: number): void {
  if (problem !== undefined) throw new Error(problem);
  if (oldestSeconds > STUCK_SECONDS)
    throw new Error(`The oldest message has been waiting for ${Math.round(oldestSeconds)} s.`);
}

/** Deletes what was delivered long enough ago, now and then. */
function createCleaning({ storage, retentionMs }: RelayOptions): () => Promise<void> {
  const old = `delete from outbox where delivered_at < ${databaseTime(storage.dialect)} - $1`;
  let cleaned = Number.NEGATIVE_INFINITY;
  return async () => {
    if (performance.now() - cleaned < CLEAN_EVERY_MS) return;
    await storage.execute(old, [retentionMs]);
    cleaned = performance.now();
  };
}

/** Send what an aggregate has to send, until something fails or `mayGoOn` says no. */
async function sendInOrder(
  options: RelayOptions,
  aggregate: string,
  counts: { delivered: number; failed: number },
  mayGoOn: () => Promise<boolean>,
): Promise<number> {
  const { storage, publish, log } = options;
  const now = databaseTime(storage.dialect);
  const rows = await storage.query(
    `select id, message, attempts, case when due_at <= ${now} then 1 else 0 end as due from outbox
where aggregate = $1 and delivered_at is null and abandoned_at is null order by position limit $2`,
    [aggregate, BATCH],
  );
  let sent = 0;
  for (const { id = null, message, attempts, due } of rows) {
    if (Number(due) === 0 || !(await mayGoOn())) return sent;
    try {
      await publish(JSON.parse(String(message)));
    } catch (error) {
      counts.failed += 1;
      const reason = error instanceof Error ? error.message : String(error);
      log.error(`outbox: ${String(id)} could not be delivered: ${reason}`);
      if (!(await postpone(options, id, Number(attempts) + 1, reason))) return sent;
      continue;
    }
    await storage.execute(`update outbox set delivered_at = ${now} where id = $1`, [id]);
    counts.delivered += 1;
    sent += 1;
  }
  return sent;
}

/** Try a message later, or give it up: then, and only then, true. */
async function postpone(
  { storage, maxAttempts, firstDelayMs = FIRST_DELAY_MS }: RelayOptions,
  id: Row[string] | null,
  attempts: number,
  reason: string,
): Promise<boolean> {
  const now = databaseTime(storage.dialect);
  const abandoned = attempts >= maxAttempts;
  const delay = Math.min(LONGEST_DELAY_MS, firstDelayMs * 2 ** (attempts - 1));
  await storage.execute(
    `update outbox set attempts = $1, error = $2, due_at = ${now} + $3${abandoned ? `, abandoned_at = ${now}` : ''} where id = $4`,
    [attempts, reason, Math.round(delay * (0.5 + Math.random() / 2)), id ?? ''],
  );
  return abandoned;
}
