import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { ROOT } from '../running/joinery.ts';
import { runOrThrow } from '../running/run-command.ts';

/** An npm registry of this machine, as far as installing goes. */
export interface LocalRegistry {
  readonly url: string;
  close(): Promise<void>;
}

interface Published {
  readonly name: string;
  readonly version: string;
  readonly tarball: string;
  readonly manifest: Readonly<Record<string, unknown>>;
}

/** Serve packed packages as if they were published; every other one comes from the registry that npm is set up with. */
export async function openRegistry(tarballs: readonly string[]): Promise<LocalRegistry> {
  const upstream = (await runOrThrow(['npm', 'config', 'get', 'registry'], { cwd: ROOT })).trim();
  const published = await Promise.all(tarballs.map(readPackage));
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname).slice(1);
    const file = published.find(({ tarball }) => path === `tarballs/${basename(tarball)}`);
    if (file !== undefined) return response.end(readFileSync(file.tarball));
    const found = published.find(({ name }) => name === path);
    if (found !== undefined) return json(response, document(found, urlOf(server)));
    return response.writeHead(302, { location: new URL(request.url?.slice(1) ?? '', upstream).href }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `${urlOf(server)}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readPackage(tarball: string): Promise<Published> {
  const text = await runOrThrow(['tar', '-xOzf', tarball, 'package/package.json'], { cwd: ROOT });
  const manifest = JSON.parse(text) as Published['manifest'] & {
    readonly name: string;
    readonly version: string;
  };
  return { name: manifest.name, version: manifest.version, tarball, manifest };
}

/** What a registry says of a package: https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md */
function document({ name, version, tarball, manifest }: Published, url: string): object {
  const bytes = readFileSync(tarball);
  const dist = {
    tarball: `${url}/tarballs/${basename(tarball)}`,
    integrity: `sha512-${createHash('sha512').update(bytes).digest('base64')}`,
    shasum: createHash('sha1').update(bytes).digest('hex'),
  };
  return { name, 'dist-tags': { latest: version }, versions: { [version]: { ...manifest, dist } } };
}

function json(response: ServerResponse, value: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

function urlOf(server: ReturnType<typeof createServer>): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
