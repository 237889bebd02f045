import type { CatalogEntry, ResolveRequest } from './request.ts';
import { resolve } from './resolve.ts';

/*
 * The edges between features that the catalogue is made of, on a universe of their manifests' relations:
 * exclusive places, capabilities that a choice has or lacks, facts of the host, and requirements under a condition.
 */
const entry = (name: string, rest: Partial<CatalogEntry> = {}): CatalogEntry => ({
  name,
  version: '1.0.0',
  ...rest,
});
const storage = (name: string, provides: readonly string[], host: Record<string, string> = {}) =>
  entry(name, {
    provides: Object.fromEntries(['storage', ...provides].map((one) => [one, '1.0.0'])),
    exclusive: ['storage'],
    host,
  });
const keepsPersonalData =
  'events are never deleted, so that personal data in them must be encrypted per person';

const UNIVERSE: readonly CatalogEntry[] = [
  storage('storage-file', []),
  storage('storage-sqlite', ['storage.transaction', 'storage.sql'], { node: '>=22.13.0' }),
  storage('storage-postgres', ['storage.transaction', 'storage.sql', 'storage.concurrent']),
  entry('event-store', { provides: { 'events.store': '1.0.0' }, requires: { 'storage.transaction': '^1' } }),
  entry('outbox', { provides: { 'events.outbox': '1.0.0' }, requires: { 'storage.transaction': '^1' } }),
  entry('data-encryption', { provides: { 'crypto.fields': '1.0.0' }, requires: { storage: '^1' } }),
  // A requirement under a condition: the newer one does without, unless what it cannot be with is there.
  entry('gdpr', { version: '1.0.0', requires: { 'crypto.fields': '^1' } }),
  entry('gdpr', {
    version: '1.0.1',
    conflicts: { 'event-store': { range: '*', because: keepsPersonalData } },
  }),
  entry('authz-rbac', { provides: { authz: '1.0.0' }, exclusive: ['authz'] }),
  entry('authz-abac', { provides: { authz: '2.0.0' }, exclusive: ['authz'] }),
  entry('admin-pages', { requires: { authz: '^1 || ^2' } }),
  entry('cache-redis', {
    provides: { cache: '1.0.0', 'ratelimit.store': '1.0.0' },
    exclusive: ['cache', 'ratelimit.store'],
  }),
  entry('ratelimit-memory', { provides: { 'ratelimit.store': '1.0.0' }, exclusive: ['ratelimit.store'] }),
  entry('rate-limit', { requires: { 'ratelimit.store': '^1' } }),
  entry('jobs-redis', {
    provides: { jobs: '1.0.0' },
    exclusive: ['jobs'],
    requires: { 'cache-redis': '^1' },
  }),
  entry('swagger', { version: '11.0.0', host: { nest: '^11' } }),
  entry('swagger', { version: '12.0.0', host: { nest: '^12' } }),
  entry('architecture-check', { provides: { 'arch.check': '1.0.0' }, exclusive: ['arch.check'] }),
  entry('dependency-cruiser', {
    provides: { 'arch.check': '1.0.0' },
    exclusive: ['arch.check'],
    host: { typescript: '<7' },
  }),
  entry('bounded-contexts', { requires: { 'arch.check': '^1' } }),
  entry('renovate', { provides: { 'deps.bot': '1.0.0' }, exclusive: ['deps.bot'] }),
  entry('dependabot', { provides: { 'deps.bot': '1.0.0' }, exclusive: ['deps.bot'] }),
  entry('health', { provides: { 'http.health': '1.0.0' } }),
  entry('mtls', { requires: { 'http.health': '^1' } }),
];

function ask(names: readonly string[], rest: Partial<ResolveRequest> = {}) {
  const features = Object.fromEntries(names.map((name) => [name, '*']));
  return resolve({ features: UNIVERSE }, { features, ...rest });
}

function chosen(
  names: readonly string[],
  rest: Partial<ResolveRequest> = {},
): Readonly<Record<string, string>> {
  const resolution = ask(names, rest);
  if (resolution.status !== 'resolved') throw new Error(resolution.explanation.join('\n'));
  return resolution.versions;
}

function refused(names: readonly string[], rest: Partial<ResolveRequest> = {}) {
  const resolution = ask(names, rest);
  if (resolution.status === 'resolved') throw new Error(`chose ${Object.keys(resolution.versions)}`);
  return { why: resolution.explanation.join(' '), fixes: resolution.fixes.map(({ change }) => change) };
}

test('an outbox needs a storage with transactions, which a file is not', () => {
  const { why, fixes } = refused(['outbox', 'storage-file']);
  expect(why).toMatch(/`outbox` 1\.0\.0 requires `storage\.transaction/);
  expect(why).toContain('storage-file');
  expect(fixes.join(' ')).toMatch(/storage-file/);
  expect(chosen(['outbox', 'storage-postgres'])).not.toHaveProperty('storage-file');
});

test('a choice between providers says what the others lack', () => {
  const resolution = ask(['data-encryption', 'outbox'], { exclude: ['storage-sqlite'] });
  expect(resolution).toMatchObject({
    because: {
      'storage-postgres': expect.stringContaining(
        'because `storage-file` does not provide `storage.transaction ^1`, which `outbox` requires.',
      ),
    },
  });
});

test('two storages are one too many, and both ways out are tried', () => {
  const { fixes } = refused(['storage-sqlite', 'storage-postgres'], { host: { node: '24.0.0' } });
  expect(fixes.join(' ')).toMatch(/storage-sqlite/);
  expect(fixes.join(' ')).toMatch(/storage-postgres/);
});

test('the embedded storage depends on what Node.js the host promises to run on', () => {
  const old = { host: { node: '20.19.0' }, evidence: { node: 'package.json#engines.node' } };
  expect(refused(['storage-sqlite'], old).why).toMatch(/node.*22\.13\.0.*20\.19\.0|20\.19\.0.*22\.13\.0/);
  expect(chosen(['outbox'], old)).toHaveProperty('storage-postgres');
  expect(chosen(['storage-sqlite'], { host: { node: '22.13.0' } })).toHaveProperty('storage-sqlite');
});

test('erasure needs encrypted fields only where events are kept', () => {
  expect(chosen(['gdpr'])).toEqual({ gdpr: '1.0.1' });
  const withEvents = chosen(['gdpr', 'event-store', 'storage-postgres']);
  expect(withEvents).toMatchObject({ gdpr: '1.0.0', 'data-encryption': '1.0.0' });
  const { why } = refused(['gdpr', 'event-store', 'storage-postgres'], { exclude: ['data-encryption'] });
  expect(why).toContain(keepsPersonalData);
});

test('one authorisation takes the place of the other, and what builds on it goes along', () => {
  expect(refused(['authz-rbac', 'authz-abac']).fixes.join(' ')).toMatch(/authz-rbac/);
  expect(chosen(['authz-abac', 'admin-pages'])).not.toHaveProperty('authz-rbac');
  expect(chosen(['authz-rbac', 'admin-pages'])).not.toHaveProperty('authz-abac');
});

test('a cache in Redis also keeps the counts of a rate limit; without it memory does', () => {
  expect(chosen(['rate-limit', 'cache-redis'])).not.toHaveProperty('ratelimit-memory');
  expect(chosen(['rate-limit'], { exclude: ['cache-redis'] })).toHaveProperty('ratelimit-memory');
  expect(refused(['ratelimit-memory', 'cache-redis']).why).toContain('ratelimit.store');
});

test('jobs in Redis and an outbox in the database go together', () => {
  expect(Object.keys(chosen(['jobs-redis', 'outbox', 'storage-postgres']))).toEqual(
    expect.arrayContaining(['jobs-redis', 'cache-redis', 'outbox', 'storage-postgres']),
  );
});

test('one name gives the line that fits the framework', () => {
  expect(chosen(['swagger'], { host: { nest: '11.1.0' } })).toEqual({ swagger: '11.0.0' });
  expect(chosen(['swagger'], { host: { nest: '12.0.0' } })).toEqual({ swagger: '12.0.0' });
});

test('a check that cannot read TypeScript 7 is refused there, and the other one is taken', () => {
  const seven = { host: { typescript: '7.0.2' } };
  expect(refused(['dependency-cruiser'], seven).why).toContain('typescript');
  expect(chosen(['bounded-contexts'], seven)).toHaveProperty('architecture-check');
  expect(chosen(['dependency-cruiser'], { host: { typescript: '5.9.0' } })).toHaveProperty(
    'dependency-cruiser',
  );
});

test('two bots for dependencies are one too many', () => {
  const { why, fixes } = refused(['renovate', 'dependabot']);
  expect(why).toContain('deps.bot');
  expect(fixes).toHaveLength(2);
});

test('mutual TLS brings the health port that probes need', () => {
  expect(chosen(['mtls'])).toHaveProperty('health');
  expect(refused(['mtls'], { exclude: ['health'] }).why).toContain('http.health');
});
