import type { ComposePlatform } from '@joinery/engine';
import { type Code, code, join } from '@joinery/kit';
import { runStep } from './compose-lifecycle.ts';
import { blocks, constants, HEADER } from './compose-parts.ts';
import { appWirings, superviseServer } from './compose-server.ts';

/** Render `index.ts` for a framework whose app is handed to `installPlatform`; `lines` are what it does. */
export function composeApp(
  typeOf: (model: Parameters<ComposePlatform>[0]) => Code,
  lines: (model: Parameters<ComposePlatform>[0]) => readonly Code[],
): ComposePlatform {
  return (model) => {
    const body = lines(model);
    const content = blocks([
      code`${HEADER}`,
      constants(model),
      body.length === 0 ? undefined : installPlatform(typeOf(model), body),
      superviseServer(model),
      runStep(model),
    ]);
    return { files: [{ to: 'index.ts', content }], wirings: appWirings(model, body.length > 0) };
  };
}

/** The function that mounts the features on the app. */
export function installPlatform(type: Code, lines: readonly Code[]): Code {
  return code`/** Mount the features on the app. Call it directly after the app is created. */
export function installPlatform(app: ${type}): void {
${join(lines, '\n')}
}`;
}
