import { Client, type ClientConfig } from 'pg';
import type { Announcing } from '#host/storage/announcements';

/** What lets processes tell each other: one channel of PostgreSQL for all, whose payload says what it is about. */
export function announcementsOver(config: () => Promise<ClientConfig>): Announcing {
  return {
    sql: "select pg_notify('announcements', $1)",
    follow: (heard) => followAnnouncements(config, heard),
  };
}

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 10_000;

/**
 * Hear what other processes announce, over a connection of its own that is made again whenever it is lost. Without a
 * channel `heard` means that something may have been missed. Returns what ends it.
 */
function followAnnouncements(
  config: () => Promise<ClientConfig>,
  heard: (channel?: string) => void,
): () => Promise<void> {
  let client: Client | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  let delay = FIRST_DELAY_MS;

  async function connect(): Promise<void> {
    const next = new Client(await config());
    if (ended) return;
    client = next;
    // A connection that is lost reports an error, ends, or both.
    next.on('error', () => lost(next));
    next.on('end', () => lost(next));
    next.on('notification', ({ payload }) => heard(payload));
    try {
      await next.connect();
      await next.query('listen announcements');
      delay = FIRST_DELAY_MS;
      heard();
    } catch {
      lost(next);
    }
  }

  function lost(which: Client): void {
    if (ended || which !== client) return;
    client = undefined;
    which.end().catch(() => undefined);
    timer = setTimeout(connect, delay);
    delay = Math.min(LONGEST_DELAY_MS, delay * 2);
  }

  void connect();
  return async () => {
    ended = true;
    clearTimeout(timer);
    await client?.end().catch(() => undefined);
  };
}
