/** How processes tell each other, where the database lets them. */
export interface Announcing {
  /** The statement that announces the channel `$1` with its transaction. */
  readonly sql: string;
  /** Hear what others announce; without a channel something may have been missed. Returns what ends it. */
  follow(heard: (channel?: string) => void): () => Promise<void>;
}

/** Who wants to know of what, in this process. */
export interface Announcements {
  /** Returns what ends it. */
  listen(channel: string, heard: () => void): () => void;
  /** Tell those who listen to a channel; all of them without one. */
  tell(channel?: string): void;
  close(): Promise<void>;
}

export function createAnnouncements(others: Announcing | undefined): Announcements {
  const listeners = new Set<{ readonly channel: string; readonly heard: () => void }>();
  let unfollow: (() => Promise<void>) | undefined;
  let closed = false;

  function tell(channel?: string): void {
    for (const listener of [...listeners]) {
      if (channel === undefined || listener.channel === channel) listener.heard();
    }
  }

  return {
    tell,
    listen: (channel, heard) => {
      if (!closed) unfollow ??= others?.follow(tell);
      const listener = { channel, heard };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: async () => {
      closed = true;
      await unfollow?.();
    },
  };
}
