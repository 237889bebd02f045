import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../running/free-port.ts';
import { startService } from '../running/service.ts';

/** One series of an answer. */
export interface Sample {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface Rule {
  readonly name: string;
  readonly type: 'recording' | 'alerting';
  readonly health: string;
  readonly lastError?: string;
}

/** A real Prometheus that runs as a process of ours. */
export interface Prometheus {
  /** What an expression is now. */
  query(expr: string): Promise<readonly Sample[]>;
  /** Every sample of a selector with a range, in order of time. */
  samples(selector: string): Promise<readonly number[]>;
  /** The ids of traces that are shown beside the series of a query, of the last minutes. */
  traceIds(expr: string): Promise<readonly string[]>;
  rules(): Promise<readonly Rule[]>;
  /** Every metric it has seen. */
  names(): Promise<ReadonlySet<string>>;
  until(what: string, seen: () => Promise<boolean>): Promise<void>;
  stop(): Promise<void>;
}

/** Start Prometheus on files, of which `prometheus.yaml` is its configuration. */
export async function startPrometheus(files: Readonly<Record<string, string>>): Promise<Prometheus> {
  const folder = mkdtempSync(join(tmpdir(), 'prometheus-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const port = await freePort();
  const words = [
    'prometheus',
    `--config.file=${join(folder, 'prometheus.yaml')}`,
    `--storage.tsdb.path=${join(folder, 'data')}`,
    `--web.listen-address=127.0.0.1:${port}`,
    '--enable-feature=exemplar-storage',
  ];
  const process = startService(words, { cwd: folder }, port);
  const ask = (path: string, parameters: Readonly<Record<string, string>> = {}) =>
    read(`http://127.0.0.1:${port}/api/v1/${path}?${new URLSearchParams(parameters)}`);
  await process.until('it is ready', async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/-/ready`).catch(() => undefined);
    return answer?.status === 200;
  });
  return {
    query: async (query) => {
      const { result } = (await ask('query', { query })) as Vector;
      return result.map(({ metric, value }) => ({ metric, value: Number(value[1]) }));
    },
    samples: async (query) => {
      const { result } = (await ask('query', { query })) as Matrix;
      return result.flatMap(({ values }) => values.map(([, value]) => Number(value)));
    },
    traceIds: async (query) => {
      const now = Date.now() / 1_000;
      const range = { start: String(now - 600), end: String(now) };
      const found = (await ask('query_exemplars', { query, ...range })) as Exemplars;
      return found.flatMap(({ exemplars }) => exemplars.map(({ labels }) => labels.trace_id ?? ''));
    },
    rules: async () => {
      const { groups } = (await ask('rules')) as {
        readonly groups: readonly { readonly rules: readonly Rule[] }[];
      };
      return groups.flatMap(({ rules }) => rules);
    },
    names: async () => new Set((await ask('label/__name__/values')) as readonly string[]),
    until: (what, seen) => process.until(what, seen),
    stop: async () => {
      await process.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

type Exemplars = readonly {
  readonly exemplars: readonly { readonly labels: Readonly<Record<string, string>> }[];
}[];

interface Vector {
  readonly result: readonly {
    readonly metric: Sample['metric'];
    readonly value: readonly [number, string];
  }[];
}

interface Matrix {
  readonly result: readonly { readonly values: readonly (readonly [number, string])[] }[];
}

async function read(url: string): Promise<unknown> {
  const answer = (await (await fetch(url)).json()) as { readonly data?: unknown; readonly error?: string };
  if (answer.data === undefined) throw new Error(`Prometheus: ${answer.error} (${url})`);
  return answer.data;
}
