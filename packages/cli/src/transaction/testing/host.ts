import {
  chmodSync,
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
import { hash, type Plan } from '@joinery/engine';
import type { HostPlace } from '../host-place.ts';

const FILES = {
  'package.json': '{ "name": "orders" }\n',
  'package-lock.json': '{ "lock": 1 }\n',
  'src/server.ts': 'listen();\r\n',
  'src/platform/old/gone.ts': 'export {};\n',
  'src/untouched.ts': 'export const same = 1;\n',
} as const;

/** A small service in a temporary folder. */
export function makeHost(): HostPlace {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'transaction-')));
  for (const [path, text] of Object.entries(FILES)) put(folder, path, text);
  chmodSync(join(folder, 'src/server.ts'), 0o755);
  return { folder, workspace: undefined };
}

export function put(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** A plan that creates, updates and deletes. */
export function makePlan(): Plan {
  const reason = { owners: ['clock'], because: 'tells the time' };
  return {
    kind: 'plan',
    schema: 1,
    service: 'orders',
    features: [],
    conflicts: [],
    changes: [
      { kind: 'create', path: '.joinery/base/ab', text: 'base\n', reason },
      { kind: 'create', path: 'joinery.lock.json', text: '{}\n', reason },
      {
        kind: 'update',
        path: 'package.json',
        before: hash(FILES['package.json']),
        text: '{ "name": "orders", "dependencies": {} }\n',
        reason,
      },
      {
        kind: 'create',
        path: 'src/platform/clock/deep/clock.ts',
        text: 'export const now = Date.now;\n',
        reason,
      },
      {
        kind: 'delete',
        path: 'src/platform/old/gone.ts',
        before: hash(FILES['src/platform/old/gone.ts']),
        reason,
      },
      {
        kind: 'update',
        path: 'src/server.ts',
        before: hash(FILES['src/server.ts']),
        text: 'install();\r\nlisten();\r\n',
        reason,
      },
    ],
    install: { manager: 'npm', needed: true },
    notes: [],
    warnings: [],
  };
}

/** Everything in a folder but what only this machine keeps: path → mode and text; folders count too. */
export function snapshot(folder: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (path.startsWith('.joinery/undo')) continue;
    const facts = statSync(join(folder, path));
    const mode = (facts.mode & 0o777).toString(8);
    found[path] = facts.isDirectory()
      ? `${mode} folder`
      : `${mode} ${readFileSync(join(folder, path), 'utf8')}`;
  }
  return found;
}
