#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from './program/run-program.ts';
import type { World } from './program/world.ts';
import { realTerminal } from './terminal/real-terminal.ts';
import { nodeDisk } from './transaction/disk.ts';

const tool = dirname(dirname(fileURLToPath(import.meta.url)));
const { version } = JSON.parse(readFileSync(`${tool}/package.json`, 'utf8')) as { readonly version: string };

let open: World['open'] = () => {
  throw new RangeError('No command is running.');
};

const world: World = {
  terminal: realTerminal(),
  folder: process.cwd(),
  tool,
  version,
  disk: nodeDisk,
  run: async (command, signal) => (await import('./transaction/run.ts')).run(command, signal),
  open: (service, places) => open(service, places),
};

process.exitCode = await runProgram(process.argv.slice(2), world, async () => {
  const { openService } = await import('@joinery/door');
  open = openService;
});
