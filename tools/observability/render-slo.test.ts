import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import { type HostFiles, openWorkbench, readHostFiles } from '@joinery/testing';
import { ROOT } from '../running/joinery.ts';

const bench = openWorkbench(openCatalog({ workspace: ROOT, files: [], more: [] }));
const request = { add: [{ name: 'slo' }], tier: 'advanced' } as const;
const RENDERED = [
  'observability/openslo.yaml',
  'observability/prometheus/slo.rules.test.yaml',
  'observability/prometheus/slo.rules.yaml',
  'observability/kubernetes/slo.prometheus-rule.yaml',
];

describe.each([
  ['ES modules', 'parcels-express'],
  ['CommonJS', 'tickets-nest'],
])('slo:render in a host of %s', (_kind, fixture) => {
  let folder: string;
  let files: HostFiles;

  beforeAll(async () => {
    const host = readHostFiles(join(ROOT, 'packages/testing/fixtures', fixture));
    files = await bench.run({ ...host, 'k8s/app.yaml': 'kind: Deployment\n' }, request);
    // Inside the repository, so that packages are found.
    mkdirSync(join(ROOT, 'tools/observability/dist'), { recursive: true });
    folder = mkdtempSync(join(ROOT, 'tools/observability/dist/render-'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const render = (slo: string) => {
    writeFileSync(join(folder, 'slo.yaml'), slo);
    const { scripts } = JSON.parse(files['package.json'] ?? '{}');
    const [program = '', ...words] = String(scripts['slo:render']).split(' ');
    const said = spawnSync(join(ROOT, 'node_modules/.bin', program), words, {
      cwd: folder,
      encoding: 'utf8',
    });
    const texts = Object.fromEntries(
      RENDERED.map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
    );
    return { ...said, texts };
  };
  const wanted = (from: HostFiles) => Object.fromEntries(RENDERED.map((path) => [path, from[path]]));

  test('gives the bytes that Joinery gives, before and after an edit', async () => {
    const before = render(files['slo.yaml'] ?? '');
    expect(before).toMatchObject({ status: 0, stderr: '', texts: wanted(files) });

    const edited = (files['slo.yaml'] ?? '')
      .replace('99.5', '99.95')
      .replace('threshold: 0.5', 'threshold: 1');
    const after = await bench.run({ ...files, 'slo.yaml': edited }, request);
    expect(wanted(after)).not.toEqual(wanted(files));
    expect(render(edited)).toMatchObject({ status: 0, stderr: '', texts: wanted(after) });
  });

  test('refuses a threshold that no bucket ends at, until Joinery has made it one', async () => {
    const slo = (files['slo.yaml'] ?? '').replace('threshold: 0.5', 'threshold: 0.3');
    const refused = render(slo);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/objectives\[1\]\.latency\.threshold: 0\.3 s is no bound of the buckets/);
    const after = await bench.run({ ...files, 'slo.yaml': slo }, request);
    const [boundaries = ''] = Object.keys(after).filter((path) => path.endsWith('/metrics/boundaries.ts'));
    expect(after[boundaries]).toMatch(/0\.25, 0\.3, 0\.5/);
    writeFileSync(join(folder, boundaries), after[boundaries] ?? '');
    expect(render(slo)).toMatchObject({ status: 0, stderr: '', texts: wanted(after) });
    expect(after['observability/prometheus/slo.rules.yaml']).toContain('le="0.3"');
  });

  test('says what cannot be used, and writes nothing', () => {
    const good = render(files['slo.yaml'] ?? '').texts;
    const bad = render((files['slo.yaml'] ?? '').replace('99.5', '100'));
    expect(bad.status).toBe(1);
    expect(bad.stderr).toMatch(
      /error: slo\.yaml#objectives\[0\]\.objective: an objective of 100 % leaves no budget/,
    );
    expect(bad.texts).toEqual(good);
  });
});
