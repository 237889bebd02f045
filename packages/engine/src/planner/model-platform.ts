import {
  type Code,
  HTTP_PHASES,
  type HttpErrors,
  type PlatformInstance,
  type SlotName,
  type Slots,
} from '@joinery/kit';
import { EXIT, ProblemError } from '../problem.ts';
import type { Said } from './gather.ts';
import type { PlatformModel } from './platform.ts';
import { settleReferences } from './settle-references.ts';

/** Bring what features contributed to the composition root into its final order. */
export function modelPlatform(said: readonly Said[]): PlatformModel {
  const declared = new Set(contributionsTo(said, 'platform.instances').map(({ name }) => name));
  const to = <S extends SlotName>(slot: S) =>
    contributionsTo(said, slot).map((value) => settleReferences(value, declared));
  const middleware = to('http.middleware').sort(
    (a, b) => HTTP_PHASES.indexOf(a.phase) - HTTP_PHASES.indexOf(b.phase) || byName(a, b),
  );
  const [supervisor] = to('process.supervisor');
  return {
    instances: orderInstances(to('platform.instances').sort(byName)),
    middleware,
    routes: to('http.routes').sort(byName),
    errors: orderErrors(to('http.errors').sort(byName)),
    providers: to('nest.providers').sort(byName),
    preloads: to('process.preload').sort(byName),
    start: to('process.start').sort(byName),
    shutdown: to('process.shutdown').sort(byName),
    ...(supervisor === undefined ? {} : { supervisor: supervisor.supervisor }),
  };
}

function contributionsTo<S extends SlotName>(said: readonly Said[], slot: S): Slots[S][] {
  return said.flatMap(({ statement }) =>
    statement.kind === 'contribution' && statement.slot === slot ? [statement.value as Slots[S]] : [],
  );
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/** Reports before the one answer. */
function orderErrors(errors: readonly HttpErrors[]): readonly HttpErrors[] {
  const answers = errors.filter((each) => each.stage === 'answer');
  if (answers.length > 1) throw answeredTwice(answers.map((each) => each.name));
  return [...errors.filter((each) => each.stage === 'report'), ...answers];
}

/** Each constant after the ones it refers to, ties by name. */
function orderInstances(instances: readonly PlatformInstance[]): readonly PlatformInstance[] {
  const ordered: PlatformInstance[] = [];
  const open = new Set<string>();
  const visit = (one: PlatformInstance): void => {
    if (ordered.includes(one)) return;
    if (open.has(one.name)) throw circular([...open, one.name]);
    open.add(one.name);
    for (const name of references(one.value)) {
      const other = instances.find((candidate) => candidate.name === name);
      if (other !== undefined) visit(other);
    }
    open.delete(one.name);
    ordered.push(one);
  };
  instances.forEach((one, index) => {
    if (instances[index - 1]?.name === one.name) throw declaredTwice(one.name);
    visit(one);
  });
  return ordered;
}

function references(code: Code): readonly string[] {
  return code.parts.flatMap((part) =>
    typeof part !== 'string' && part.kind === 'instance' ? [part.name] : [],
  );
}

function circular(path: readonly string[]): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'instances-circular',
    exitCode: EXIT.error,
    found: `The constants of the composition root need each other in a circle: ${path.join(' → ')}.`,
    todo: 'Report this to the authors of these features.',
  });
}

function answeredTwice(names: readonly string[]): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'errors-answered-twice',
    exitCode: EXIT.unresolved,
    found: `Two features answer when a request fails: ${names.map((name) => `\`${name}\``).join(' and ')}.`,
    todo: 'Remove one of them. Their authors should declare `exclusive` capabilities, so that this is found earlier.',
  });
}

function declaredTwice(name: string): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'instance-declared-twice',
    exitCode: EXIT.error,
    found: `Two features declare the constant \`${name}\` in the composition root.`,
    todo: 'Report this to the authors of these features.',
  });
}
