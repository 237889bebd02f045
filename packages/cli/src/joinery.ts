#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openService } from '@joinery/door';
import { runProgram } from './program/run-program.ts';
import { realTerminal } from './terminal/real-terminal.ts';
import { nodeDisk } from './transaction/disk.ts';
import { run } from './transaction/run.ts';

const tool = dirname(dirname(fileURLToPath(import.meta.url)));
const { version } = JSON.parse(readFileSync(`${tool}/package.json`, 'utf8')) as { readonly version: string };

process.exitCode = await runProgram(process.argv.slice(2), {
  terminal: realTerminal(),
  folder: process.cwd(),
  tool,
  version,
  disk: nodeDisk,
  run,
  open: openService,
});
