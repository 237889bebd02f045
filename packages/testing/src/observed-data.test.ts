import { join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import { readHostFiles } from './host-files.ts';
import { typeErrors } from './type-errors.ts';
import { openWorkbench } from './workbench.ts';

const root = join(__dirname, '../../..');
const bench = openWorkbench(openCatalog({ workspace: root, files: [], more: [] }));
const host = readHostFiles(join(__dirname, '../fixtures/parcels-express'));
const { 'package.json': manifest = '{}' } = host;
const current = {
  ...host,
  'package.json': JSON.stringify({ ...JSON.parse(manifest), engines: { node: '>=22.13.0' } }),
};

const OBSERVING = ['health', 'metrics', 'alerts', 'dashboards', 'graceful-shutdown'];

/** What keeps or sends data, and what is seen of it. */
interface Kept {
  readonly name: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly with?: string;
  readonly check: string;
  /** Absent where the feature promises a check only. */
  readonly seen?: { readonly metric: string; readonly alert: string; readonly panel: string };
  readonly end: RegExp;
}

const STORAGE = { metric: 'storage.failures', alert: 'StorageUnavailable', panel: 'Connections' };
const KEPT: readonly Kept[] = [
  {
    name: 'storage-file',
    check: 'storage',
    seen: { metric: 'storage.writes', alert: 'Storage', panel: 'Storage' },
    end: /storage\.close\(\)/,
  },
  { name: 'storage-sqlite', check: 'storage', seen: STORAGE, end: /storage\.close\(\)/ },
  { name: 'storage-postgres', check: 'storage', seen: STORAGE, end: /storage\.close\(\)/ },
  {
    name: 'cache-redis',
    check: 'cache',
    seen: { metric: 'cache.', alert: 'Cache', panel: 'Cache' },
    end: /cache\.close\(\)/,
  },
  {
    name: 'outbox',
    with: 'storage-sqlite',
    check: 'outbox',
    seen: { metric: 'outbox.pending', alert: 'OutboxStuck', panel: 'Outbox' },
    end: /relay\.stop\(\)/,
  },
  {
    name: 'event-projections',
    with: 'storage-postgres',
    check: 'projections',
    seen: { metric: 'projection.lag', alert: 'ProjectionBehind', panel: 'How far views are behind' },
    end: /projections\.stop\(\)/,
  },
  ...(['nats', 'amqp'] as const).map((transport) => ({
    name: 'messaging-cloudevents',
    options: { transport },
    check: 'messaging',
    end: /transport\.close\(\)/,
  })),
];

test.each(KEPT)(
  '$name $options: a check, metrics, an alert, a panel and an end, where these are present',
  async ({ name, options = {}, with: other, check, seen, end }) => {
    const features = [{ name, options }, ...(other === undefined ? [] : [{ name: other }])];
    const add = [...features, ...OBSERVING.map((feature) => ({ name: feature }))];
    const files = await bench.run(current, { add, tier: 'enterprise' });
    expect(typeErrors(files)).toBe('');
    const composed = files['src/platform/index.ts'] ?? '';
    expect(composed).toMatch(new RegExp(`name: '${check}',\\s+(?:critical|check)`));
    expect(composed).toMatch(end);
    const written = (part: string) =>
      Object.entries(files).filter(([path]) => path.startsWith('observability/') && path.includes(part));
    const everything = (part: string) => JSON.stringify(written(part).map(([, text]) => text));
    if (seen !== undefined) {
      expect(composed).toContain(`'${seen.metric}`);
      expect(everything('.rules')).toContain(`alert: ${seen.alert}`);
      expect(everything('dashboard')).toContain(seen.panel);
    }
    const alone = await bench.run(current, { add: features, tier: 'enterprise' });
    expect(Object.keys(alone).filter((path) => path.startsWith('observability/'))).toEqual([]);
  },
);
