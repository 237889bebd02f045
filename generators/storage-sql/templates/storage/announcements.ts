/** Who wants to know of what, in this process. */
export interface Announcements {
  /** Returns what ends it. */
  listen(channel: string, heard: () => void): () => void;
  /** Tell those who listen to a channel; all of them without one. */
  tell(channel?: string): void;
}

export function createAnnouncements(): Announcements {
  const listeners = new Set<{ readonly channel: string; readonly heard: () => void }>();
  return {
    listen: (channel, heard) => {
      const listener = { channel, heard };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell: (channel) => {
      for (const listener of [...listeners]) {
        if (channel === undefined || listener.channel === channel) listener.heard();
      }
    },
  };
}
