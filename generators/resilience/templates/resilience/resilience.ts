import { type Client, type ClientSettings, createClient } from './client.ts';

/** One reading of a metric. */
interface Reading {
  readonly value: number;
  readonly attributes: { readonly upstream: string };
}

type Count = 'circuit' | 'attempts' | 'retries' | 'rejections';

/** The upstreams of the service. */
export interface Resilience {
  /** The client of an upstream; the same one for the same name. */
  client(name: string, settings?: Partial<ClientSettings>): Client;
  /** What has happened so far, for each upstream. */
  readings(count: Count): readonly Reading[];
  /** Say what holds for every upstream that has not been called yet and says nothing else. */
  withDefaults(defaults: Partial<ClientSettings>): Resilience;
}

const USUAL: ClientSettings = {
  timeoutMs: 2_000,
  totalMs: 10_000,
  retries: 2,
  backoffMs: 100,
  failures: 5,
  openMs: 10_000,
  concurrent: 50,
  queued: 50,
};

export function createResilience(usual: Partial<ClientSettings> = {}): Resilience {
  const clients = new Map<string, Client>();
  let defaults = usual;
  const resilience: Resilience = {
    client(name, settings) {
      const known = clients.get(name);
      if (known !== undefined) return known;
      const created = onceCalled(name, () =>
        createClient(name, { ...USUAL, ...defaults, ...settings }),
      );
      clients.set(name, created);
      return created;
    },
    readings: (count) =>
      [...clients.values()].map((client) => ({
        value: client.readings()[count],
        attributes: { upstream: client.name },
      })),
    withDefaults(given) {
      defaults = { ...defaults, ...given };
      return resilience;
    },
  };
  return resilience;
}

/** A client is made at its first call: files that call upstreams are loaded before the environment is read. */
function onceCalled(name: string, create: () => Client): Client {
  let client: Client | undefined;
  const made = () => {
    client ??= create();
    return client;
  };
  return {
    name,
    call: (attempt, options) => made().call(attempt, options),
    readings: () => made().readings(),
  };
}
