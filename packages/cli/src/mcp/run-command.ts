import { plain } from '@joinery/door';
import type { ExitCode } from '@joinery/engine';
import type { CommonOptions } from '../program/options.ts';
import type { World } from '../program/world.ts';

/** A command of `joinery` that can answer in JSON. */
export type JsonCommand = (options: CommonOptions, world: World) => Promise<ExitCode>;

/**
 * Run a command in this process and read the JSON it prints: standard output belongs to the protocol. Nobody can be
 * asked there, and what is only said aside is dropped.
 */
export async function runCommand(
  command: JsonCommand,
  options: CommonOptions,
  world: World,
): Promise<{ readonly code: ExitCode; readonly value: object }> {
  let out = '';
  const terminal: World['terminal'] = {
    out: (text) => {
      out += text;
    },
    err: () => {},
    paint: plain,
    interactive: false,
    confirm: async () => undefined,
    choose: async () => undefined,
    ask: async () => undefined,
  };
  const code = await command({ ...options, json: true }, { ...world, terminal });
  return { code, value: JSON.parse(out) };
}
