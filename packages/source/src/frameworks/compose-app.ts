import type { ComposePlatform, PlatformModel } from '@joinery/engine';
import { type Code, code, join } from '@joinery/kit';
import { runStep } from './compose-lifecycle.ts';
import { blocks, constants, HEADER, handlesRequests, mounts } from './compose-parts.ts';
import { appWirings, superviseServer } from './compose-server.ts';

/** Render `index.ts` for a framework whose app takes middleware by `app.use`; `type` is what the app is. */
export function composeApp(type: Code): ComposePlatform {
  return (model) => {
    const content = blocks([
      code`${HEADER}`,
      constants(model),
      handlesRequests(model) ? install(model, type) : undefined,
      superviseServer(model),
      runStep(model),
    ]);
    return { files: [{ to: 'index.ts', content }], wirings: appWirings(model) };
  };
}

function install(model: PlatformModel, type: Code): Code {
  const lines = mounts(model, (handler) => code`app.use(${handler});`, '  ');
  return code`/** Mount the features on the app. Call it directly after the app is created. */
export function installPlatform(app: ${type}): void {
${join(lines, '\n')}
}`;
}
