import { join } from 'node:path';
import { openService, plain } from '@joinery/door';
import type { Catalog } from '@joinery/engine';
import { runProgram } from '../program/run-program.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { nodeDisk } from '../transaction/disk.ts';
import type { Run } from '../transaction/package-manager.ts';
import { run } from '../transaction/run.ts';

/** What a person at the terminal answers; absent means that nobody is there. */
export type Answer = 'yes' | 'no' | 'ctrl-c' | undefined;

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Run `joinery` in a folder, in this process, on the real disk. */
export function runIn(folder: string, args: readonly string[], answer?: Answer): Promise<Said> {
  return runWith((catalog) => catalog, folder, args, answer);
}

/** The same, with another catalog than the one of this checkout. */
export function runWith(
  change: (catalog: Catalog) => Catalog,
  folder: string,
  args: readonly string[],
  answer?: Answer,
): Promise<Said> {
  const terminal: Partial<Terminal> = {
    interactive: answer !== undefined,
    confirm: async () => {
      if (answer === undefined) throw new Error('asked although nobody is there');
      return answer === 'ctrl-c' ? undefined : answer === 'yes';
    },
    choose: async () => {
      if (answer === undefined) throw new Error('asked although nobody is there');
      return answer === 'yes' ? 0 : undefined;
    },
  };
  return runAt(folder, args, terminal, { change });
}

/** What may differ from the real world in a test. */
interface Elsewise {
  readonly run?: Run;
  readonly change?: (catalog: Catalog) => Catalog;
}

/** Run `joinery` in a folder, at a terminal that answers in the ways given and in no other. */
export async function runAt(
  folder: string,
  args: readonly string[],
  terminal: Partial<Terminal>,
  { run: runner = run, change = (catalog) => catalog }: Elsewise = {},
): Promise<Said> {
  const said = { out: '', err: '' };
  const code = await runProgram(args, {
    terminal: {
      out: (text) => {
        said.out += text;
      },
      err: (text) => {
        said.err += text;
      },
      paint: plain,
      interactive: true,
      confirm: unexpected,
      choose: unexpected,
      ask: unexpected,
      ...terminal,
    },
    folder,
    tool: join(__dirname, '../..'),
    version: '1.2.3',
    disk: nodeDisk,
    run: runner,
    open: (service, places) => {
      const ports = openService(service, places);
      return { ...ports, catalog: change(ports.catalog) };
    },
  });
  return { code, ...said };
}

async function unexpected(question: string): Promise<undefined> {
  throw new Error(`asked without a way to answer: ${question}`);
}
