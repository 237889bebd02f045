import { readFileSync } from 'node:fs';
import type { PoolConfig } from 'pg';

export interface ConnectionOptions {
  /** `postgres://user:password@host:5432/database`. */
  readonly url: string;
  /** `verify-full`: the certificate must be valid and name the host. `off`: for a network nobody else listens on. */
  readonly tls: 'verify-full' | 'off';
  /** A file with the certificates of the authority that signed the server's; the system's own unless told. */
  readonly caFile?: string | undefined;
  /** What the database's own views call this service. */
  readonly applicationName: string;
}

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]', '']);

/**
 * What pg needs to connect. Inside the machine itself there is no TLS; everywhere else it is verified unless it is
 * turned off by name. A URL that asks for encryption without verification is refused.
 */
export function connectionOptions(options: ConnectionOptions): PoolConfig {
  const url = new URL(options.url);
  const mode = url.searchParams.get('sslmode');
  if (mode === 'no-verify' || mode === 'allow') {
    throw new Error(
      `The database's URL says sslmode=${mode}: encrypted for whoever stands in between. Use DATABASE_CA_FILE for a certificate of your own authority.`,
    );
  }
  for (const name of [...url.searchParams.keys()]) {
    if (name.startsWith('ssl') || name === 'uselibpqcompat') url.searchParams.delete(name);
  }
  const encrypted = options.tls === 'verify-full' && !LOOPBACK.has(url.hostname);
  const { caFile } = options;
  const ca = caFile === undefined ? {} : { ca: readFileSync(caFile, 'utf8') };
  return {
    connectionString: url.href,
    application_name: options.applicationName,
    keepAlive: true,
    ssl: encrypted || caFile !== undefined ? { rejectUnauthorized: true, ...ca } : false,
  };
}
