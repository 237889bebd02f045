import type { PlatformModel } from '@joinery/engine';
import { type Code, code, type HttpPhase, join } from '@joinery/kit';

/** The first line of every composition root. */
export const HEADER = '// The production features of this service, composed in one place.';

/** The instances, one constant each. */
export function constants(model: PlatformModel): readonly Code[] {
  return model.instances.map(({ name, value }) => code`export const ${name} = ${value};`);
}

/** Whether anything sees requests. */
export function handlesRequests(model: PlatformModel): boolean {
  return model.middleware.length + model.routes.length > 0;
}

/** Whether anything sees failures. */
export function handlesFailures(model: PlatformModel): boolean {
  return model.errors.length > 0;
}

/** Whether anything happens at start or at shutdown. */
export function hasLifecycle(model: PlatformModel): boolean {
  return model.supervisor !== undefined || model.start.length + model.shutdown.length > 0;
}

/** Something to mount, and when it sees a request. */
interface Mounted {
  readonly phase: HttpPhase;
  readonly install: Code;
}

/** The middleware by phase, then the routes. */
export function requests({ middleware, routes }: PlatformModel): readonly Mounted[] {
  return [...middleware, ...routes.map(({ install }) => ({ phase: 'routes', install }) as const)];
}

/** What sees failures, in the order in which it is to be asked. */
export function failures({ errors }: PlatformModel): readonly Mounted[] {
  return errors.map(({ install }) => ({ phase: 'errors', install }));
}

/** Everything, where what sees failures stands around the rest: inside what gives context and observes. */
export function aroundFailures(model: PlatformModel): readonly Mounted[] {
  const isOutside = ({ phase }: Mounted) => phase === 'context' || phase === 'observe';
  const all = requests(model);
  const inside = all.filter((each) => !isOutside(each));
  return [...all.filter(isOutside), ...[...failures(model)].reverse(), ...inside];
}

/** One line for each; a comment names each phase. */
export function mounts(
  mounted: readonly Mounted[],
  mount: (install: Code) => Code,
  indent: string,
): readonly Code[] {
  return mounted.flatMap(({ phase, install }, index) => {
    const line = code`${indent}${indented(mount(install), indent)}`;
    return mounted[index - 1]?.phase === phase ? [line] : [code`${indent}// ${phase}`, line];
  });
}

/** The same with every line after the first one level deeper. */
export function indented({ kind, parts }: Code, indent: string): Code {
  return {
    kind,
    parts: parts.map((part) => (typeof part === 'string' ? part.replaceAll('\n', `\n${indent}`) : part)),
  };
}

/** Blocks of a file, a blank line between each two. */
export function blocks(parts: readonly (Code | readonly Code[] | undefined)[]): Code {
  const filled = parts.flatMap((part) => {
    if (part === undefined) return [];
    if ('kind' in part) return [part];
    return part.length === 0 ? [] : [join(part, '\n')];
  });
  return code`${join(filled, '\n\n')}\n`;
}
