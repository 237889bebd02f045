import { spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWith } from '../../../../tools/parts/parts.ts';
import { type Postgres, postgresUser, startPostgres } from '../../../../tools/parts/postgres.ts';
import { createPostgresStorage, type PostgresStorageOptions } from './postgres.ts';

/** A server with a certificate for `localhost` and 127.0.0.2 by an authority of the test's own. */
describeWith('initdb')('PostgreSQL over TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tls-'));
  const path = (name: string) => join(folder, name);
  let server: Postgres;

  beforeAll(async () => {
    openssl(folder, ...AUTHORITY, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Authority');
    openssl(
      folder,
      ...AUTHORITY,
      '-keyout',
      'other.key',
      '-out',
      'other.pem',
      '-subj',
      '/CN=Other',
    );
    openssl(
      folder,
      'req',
      ...KEY,
      '-keyout',
      'server.key',
      '-out',
      'server.csr',
      '-subj',
      '/CN=database',
    );
    writeFileSync(path('names'), 'subjectAltName=DNS:localhost,IP:127.0.0.2\n');
    const signed = ['-in', 'server.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'];
    openssl(
      folder,
      'x509',
      '-req',
      ...signed,
      '-days',
      '2',
      '-extfile',
      'names',
      '-out',
      'server.pem',
    );
    const { uid, gid } = postgresUser();
    if (uid !== undefined && gid !== undefined) {
      for (const name of ['', 'server.key', 'server.pem']) chownSync(path(name), uid, gid);
    }
    server = await startPostgres({
      ssl: 'on',
      ssl_cert_file: path('server.pem'),
      ssl_key_file: path('server.key'),
      listen_addresses: '127.0.0.1,127.0.0.2',
    });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  /** Whether the connection is encrypted, or the code of what came instead. */
  async function encrypted(host: string, options: Partial<PostgresStorageOptions>, query = '') {
    const storage = createPostgresStorage({
      ...{ url: `postgres://app@${host}:${server.port}/postgres${query}`, tls: 'verify-full' },
      ...{ applicationName: 'test', listen: false, max: 1 },
      ...{ statementTimeoutMs: 30_000, connectTimeoutMs: 30_000 },
      ...options,
    });
    try {
      const [row] = await storage.query('select ssl from pg_stat_ssl where pid = pg_backend_pid()');
      return row?.ssl;
    } catch (error) {
      return (error as { readonly code?: string }).code;
    } finally {
      await storage.close();
    }
  }

  test('is encrypted and verified with the authority’s certificates', async () => {
    expect(await encrypted('localhost', { caFile: path('ca.pem') })).toBe(true);
    expect(await encrypted('127.0.0.2', { caFile: path('ca.pem') })).toBe(true);
    expect(await encrypted('127.0.0.2', { caFile: path('ca.pem') }, '?sslmode=disable')).toBe(true);
  });

  test('is refused for a host that the certificate does not name', async () => {
    expect(await encrypted('127.0.0.1', { caFile: path('ca.pem') })).toBe(
      'ERR_TLS_CERT_ALTNAME_INVALID',
    );
  });

  test('is refused for an authority that is not known, whatever the environment says', async () => {
    const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    try {
      const unknown =
        /^(SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT_LOCALLY)$/;
      expect(await encrypted('127.0.0.2', {})).toMatch(unknown);
      expect(await encrypted('localhost', { caFile: path('other.pem') })).toMatch(unknown);
      const lax = '?sslmode=require&rejectUnauthorized=false&ssl=true';
      expect(await encrypted('127.0.0.2', {}, lax)).toMatch(unknown);
    } finally {
      if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before;
    }
  });

  test('is left out only where that is said by name', async () => {
    expect(await encrypted('127.0.0.2', { tls: 'off' })).toBe(false);
    await expect(encrypted('127.0.0.2', {}, '?sslmode=no-verify')).rejects.toThrow(
      'sslmode=no-verify',
    );
  });
});

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
const AUTHORITY = [
  'req',
  '-x509',
  ...KEY,
  '-days',
  '2',
  '-addext',
  'basicConstraints=critical,CA:TRUE',
];

function openssl(cwd: string, ...words: readonly string[]): void {
  const { status, stderr } = spawnSync('openssl', words, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`openssl ${words.join(' ')} failed: ${stderr}`);
}
