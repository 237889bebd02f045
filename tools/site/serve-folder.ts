import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** A folder of files, served on a free port of this machine alone. */
export interface ServedFolder {
  readonly url: string;
  close(): Promise<void>;
}

/** Serve a folder as a plain web server does: `/start/` is `start/index.html`, `/errors` may be `errors.html`. */
export async function serveFolder(folder: string): Promise<ServedFolder> {
  const server = createServer((request, response) => {
    const file = fileOf(folder, decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    if (file === undefined) return response.writeHead(404).end('There is no such page.');
    return response
      .writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain' })
      .end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => closed(server) };
}

function fileOf(folder: string, path: string): string | undefined {
  const file = join(folder, normalize(path));
  const candidates = [file, join(file, 'index.html'), `${file}.html`];
  return candidates.find((one) => existsSync(one) && statSync(one).isFile());
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
