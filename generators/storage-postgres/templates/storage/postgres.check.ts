import { strict as assert } from 'node:assert';
import { describe, it } from '#host/test';
import { connectionOptions } from './postgres-connection.ts';

const options = {
  url: 'postgres://app:secret@db.example.test:5432/app?sslmode=require',
  tls: 'verify-full',
  applicationName: 'service',
} as const;

describe('connection to the database', () => {
  it('is encrypted and verified wherever the URL points to', () => {
    assert.deepEqual(connectionOptions(options).ssl, { rejectUnauthorized: true });
    assert.equal(connectionOptions({ ...options, url: 'postgres://app@localhost/app' }).ssl, false);
  });

  it('is refused where the URL asks for encryption without verification', () => {
    const url = options.url.replace('require', 'no-verify');
    assert.throws(() => connectionOptions({ ...options, url }), /sslmode=no-verify/);
  });
});
