import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** An Express service of twenty files, in a folder of its own. */
export function makeTwentyFiles(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bench-service-')));
  const handlers = Array.from({ length: 16 }, (_, index) => [
    `src/handlers/order${index}.ts`,
    handler(index),
  ]);
  const files = {
    'package.json': PACKAGE,
    'tsconfig.json': TSCONFIG,
    'src/routes.ts': ROUTES,
    'src/server.ts': SERVER,
    ...Object.fromEntries(handlers),
  };
  for (const [path, text] of Object.entries<string>(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const PACKAGE = `${JSON.stringify(
  {
    name: 'orders',
    type: 'module',
    scripts: { start: 'node dist/server.js', build: 'tsc' },
    engines: { node: '>=20' },
    dependencies: { express: '^5.1.0' },
    devDependencies: { '@types/express': '^5.0.6', '@types/node': '^20.19.43', typescript: '^5.9.0' },
  },
  null,
  2,
)}\n`;

const TSCONFIG = `{
  "compilerOptions": { "target": "es2022", "module": "nodenext", "outDir": "dist", "rootDir": "src", "strict": true },
  "include": ["src"]
}
`;

const ROUTES = `import { Router } from 'express';
import { order0 } from './handlers/order0.js';

export function routes(): Router {
  return Router().get('/orders/:id', order0);
}
`;

const SERVER = `import express from 'express';
import { routes } from './routes.js';

const app = express();

app.use(routes());

app.listen(3000);
`;

function handler(index: number): string {
  return `import type { Request, Response } from 'express';

/** Answers order ${index}. */
export function order${index}(request: Request, response: Response): void {
  response.json({ id: request.params.id, place: ${index} });
}
`;
}
