import {
  type HostCall,
  type HostCode,
  inSource,
  type Profile,
  type RedirectEdit,
  refuse,
  type Statement,
  type SurroundEdit,
} from '@joinery/kit';
import { LIBRARIES, type Library } from './libraries.ts';

/** A call and the library whose call it is. */
export interface Found {
  readonly call: HostCall;
  readonly library: Library;
}

/** The calls of a file that can be bounded, also those that are bounded already, by constants that start so. */
export function foundIn(path: string, variable: string, hostCode: HostCode): readonly Found[] {
  const ours = LIBRARIES.map(({ suffix }) => `${variable}${suffix}`);
  return LIBRARIES.flatMap((library) => {
    const done = library.part === 'all' ? [`${variable}${library.suffix}`] : [];
    const calls = hostCode.calls([...library.calls, ...done], { files: [path], ours });
    return calls.map((call) => ({ call, library }));
  });
}

/** Make the calls of one file go through the constants of a module. */
export function boundCalls(
  path: string,
  variable: string,
  found: readonly Found[],
  { module, dependencies }: { readonly module: string; readonly dependencies: Profile['dependencies'] },
): readonly Statement[] {
  const old = found.find(({ library }) => isOlder(library, dependencies));
  if (old !== undefined) return [tooOld(old)];
  const edits = new Map(
    found.map((one) => {
      const edit = editOf(one, variable);
      return [`${edit.of} ${edit.with}`, edit];
    }),
  );
  const names = new Set([...edits.values()].map((edit) => edit.with));
  return [
    ...[...names].sort().map((name) => inSource(path, { kind: 'import', module, name })),
    ...[...edits.values()].map((edit) => inSource(path, edit)),
  ];
}

function editOf({ call, library }: Found, variable: string): SurroundEdit | RedirectEdit {
  const name = `${variable}${library.suffix}`;
  if (library.part === 'all') return { kind: 'redirect', of: library.calls[0], with: name };
  return { kind: 'surround', of: call.of, part: library.part, with: name };
}

function isOlder({ package: name = '', since }: Library, dependencies: Profile['dependencies']): boolean {
  const has = dependencies[name];
  const [major = 0, minor = 0] = /\d+(?:\.\d+)?/
    .exec(has?.installed ?? has?.range ?? '')?.[0]
    .split('.')
    .map(Number) ?? [Number.POSITIVE_INFINITY];
  return major < since[0] || (major === since[0] && minor < since[1]);
}

function tooOld({ call, library }: Found): Statement {
  const name = library.package ?? '';
  return refuse(
    `The calls of \`${name}\` can’t be bounded: that takes \`${name}\` ${library.since.join('.')} or later.`,
    `Upgrade \`${name}\`, or take the file out of the client.`,
    [`${call.file}:${call.line}`],
  );
}
