import { type ConsoleCallsStatement, inSource, type Profile } from '@joinery/kit';
import type { Lockfile } from '../lockfile/lockfile.ts';
import type { Tree } from '../tree/tree.ts';
import type { Said } from './gather.ts';
import type { HostEditor } from './host-editor.ts';
import { specifier } from './specifier.ts';

/** One edit for each file whose calls of `console` become a logger's, and what stays. */
export interface PlannedConsoleCalls {
  readonly said: readonly Said[];
  readonly warnings: readonly string[];
}

interface Context {
  readonly tree: Tree;
  readonly profile: Profile;
  readonly lock: Lockfile;
  readonly editor: Pick<HostEditor, 'findConsole'>;
}

/** Files that were turned before are among them: the plan is for the whole service, not for what is left to do. */
export function planConsoleCalls(said: readonly Said[], context: Context): PlannedConsoleCalls {
  const asked = said.find(
    (one): one is Said<ConsoleCallsStatement> => one.statement.kind === 'console-calls',
  );
  if (asked === undefined) return { said, warnings: [] };
  const { tree, profile, lock, editor } = context;
  const { files, others } = editor.findConsole(tree, profile.entry?.value, profile.platformFolder);
  const { feature, statement } = asked;
  const edits = [...new Set([...files, ...turnedBefore(lock)])].map((file) => {
    const module = specifier(file, statement.module, profile);
    return { feature, statement: inSource(file, { kind: 'log-calls', module, name: statement.name }) };
  });
  return { said: [...said, ...edits], warnings: others.length === 0 ? [] : [stays(others)] };
}

function turnedBefore({ fileEdits = {} }: Lockfile): readonly string[] {
  return Object.entries(fileEdits)
    .filter(([, { edits }]) => edits.some(({ edit }) => edit.kind === 'log-calls'))
    .map(([file]) => file);
}

function stays(places: readonly string[]): string {
  const shown = places.map((place) => `\`${place}\``).join(', ');
  return `What \`console\` is used for at ${shown} has no counterpart in a logger, so it stays.`;
}
