import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const FILES = {
  'package.json': `${JSON.stringify(
    {
      name: 'parcels',
      type: 'module',
      scripts: { start: 'node dist/boot.js' },
      engines: { node: '>=20' },
      dependencies: { express: '^5.1.0' },
      devDependencies: { typescript: '^5.9.0' },
    },
    null,
    2,
  )}\n`,
  'tsconfig.json':
    '{ "compilerOptions": { "module": "nodenext", "outDir": "dist", "rootDir": "src", "strict": true } }\n',
  'src/boot.ts': `import express from 'express';

const parcels = express();

parcels.get('/parcels/:id', (request, response) => {
  response.json({ id: request.params.id });
});

parcels.listen(4100); // the port of the load balancer
`,
} as const;

/** An Express service in a temporary folder, with files replaced or left out (`undefined`). */
export function makeService(changed: Readonly<Record<string, string | undefined>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'parcels-')));
  for (const [path, text] of Object.entries({ ...FILES, ...changed })) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** A copy beside a service, to compare what two ways lead to. */
export function copyOf(folder: string): string {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'parcels-')));
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Every file of a folder with its mode and text; git's own and the records of this machine left out. */
export function contents(folder: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const facts = statSync(join(folder, path));
    if (/(?:^|\/)\.(?:git|joinery\/undo)\//.test(path) || facts.isDirectory()) continue;
    found[path] = `${(facts.mode & 0o777).toString(8)} ${readFileSync(join(folder, path), 'utf8')}`;
  }
  return found;
}
