import type { Storage } from '#host/storage/storage';

/** A state at a version, so that not every event has to be read again. It can always be made anew. */
export interface Snapshot {
  readonly version: number;
  readonly state: unknown;
}

export interface Snapshots {
  /** The snapshot of a stream that this version of the code wrote. */
  load(stream: string, codeVersion: string): Promise<Snapshot | undefined>;
  save(stream: string, codeVersion: string, snapshot: Snapshot): Promise<void>;
}

const SAVE = `insert into snapshots (stream, version, code_version, state) values ($1, $2, $3, $4)
on conflict (stream) do update set version = excluded.version, code_version = excluded.code_version, state = excluded.state`;

/** Keep snapshots beside the events. */
export function createSnapshots(storage: Storage): Snapshots {
  return {
    load: async (stream, codeVersion) => {
      const query = 'select version, state from snapshots where stream = $1 and code_version = $2';
      const [row] = await storage.query(query, [stream, codeVersion]);
      if (row === undefined) return undefined;
      const { version, state } = row;
      return { version: Number(version), state: JSON.parse(String(state)) };
    },
    save: async (stream, codeVersion, { version, state }) => {
      await storage.execute(SAVE, [stream, version, codeVersion, JSON.stringify(state)]);
    },
  };
}
