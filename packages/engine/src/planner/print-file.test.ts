import { code, from, instance, lazily, literal } from '@joinery/kit';
import { printFile } from './print-file.ts';

const style = { platformFolder: 'src/platform', sourceRoot: 'src', importExtension: '.js' } as const;

test('prints the imports of the symbols used, nearest last, each once', () => {
  const content = code`${from('createHealth', '#host/health/health')}(${from('env', '#host/config/env')}, ${from('Server', 'node:http', 'type')}, ${from('createHealth', '#host/health/health')}, ${from('z', 'zod')});`;
  expect(printFile(content, 'src/platform/index.ts', style)).toBe(
    `import type { Server } from 'node:http';
import { z } from 'zod';
import { env } from './config/env.js';
import { createHealth } from './health/health.js';

createHealth(env, Server, createHealth, z);
`,
  );
});

test('prints a type and a value of one module as one import, and a value used as both once', () => {
  const content = code`${from('Router', 'express')} ${from('Request', 'express', 'type')} ${from('Router', 'express', 'type')}`;
  expect(printFile(content, 'src/platform/a.ts', style)).toContain(
    "import { type Request, Router } from 'express';",
  );
});

test('writes specifiers from where the file lies, with the extension of the host', () => {
  const content = code`${from('env', '#host/config/env')}`;
  const deep = { platformFolder: 'app/joined', sourceRoot: 'app', importExtension: '' } as const;
  expect(printFile(content, 'app/joined/health/checks.ts', deep)).toContain("from '../config/env';");
  const order = code`${from('Order', '#source/domain/order')}`;
  expect(printFile(order, 'app/joined/index.ts', deep)).toContain("from '../domain/order';");
});

test('prints a reference to an instance by its name, and a literal with its quotes escaped', () => {
  const content = code`use(${instance('health')}, ${literal("it's")});`;
  expect(printFile(content, 'src/platform/index.ts', style)).toBe("use(health, 'it\\'s');\n");
});

test('a module that is loaded when it is needed is no import of the file', () => {
  const content = code`load(async () => (await ${lazily('#source/db/pool')}).pool);`;
  expect(printFile(content, 'src/platform/index.ts', style)).toBe(
    "load(async () => (await import('../db/pool.js')).pool);\n",
  );
});
