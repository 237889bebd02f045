import type { PlatformModel } from '@joinery/engine';
import { type Code, code, type HttpMiddleware, join } from '@joinery/kit';

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

/** Whether anything happens at start or at shutdown. */
export function hasLifecycle(model: PlatformModel): boolean {
  return model.supervisor !== undefined || model.start.length + model.shutdown.length > 0;
}

/** One line for each middleware by phase, then the routes; a comment names each phase. */
export function mounts(
  model: PlatformModel,
  mount: (install: Code) => Code,
  indent: string,
): readonly Code[] {
  const lines: Code[] = [];
  let phase: HttpMiddleware['phase'] | undefined;
  for (const each of model.middleware) {
    if (each.phase !== phase) lines.push(code`${indent}// ${each.phase}`);
    phase = each.phase;
    lines.push(code`${indent}${mount(each.install)}`);
  }
  if (model.routes.length > 0) lines.push(code`${indent}// routes`);
  return [...lines, ...model.routes.map((each) => code`${indent}${mount(each.install)}`)];
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
