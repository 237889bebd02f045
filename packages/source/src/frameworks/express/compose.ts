import type { ComposePlatform, PlatformModel, Wiring } from '@joinery/engine';
import { type Code, code, from, join } from '@joinery/kit';
import { followServer, RUN_STEP } from '../compose-lifecycle.ts';
import { blocks, constants, HEADER, handlesRequests, hasLifecycle, mounts } from '../compose-parts.ts';

/** Render `index.ts`: the instances, what is mounted on the app, and what the server needs. */
export const composeExpress: ComposePlatform = (model) => {
  const content = blocks([
    code`${HEADER}`,
    constants(model),
    handlesRequests(model) ? install(model) : undefined,
    hasLifecycle(model) ? supervise(model) : undefined,
    needsSteps(model) ? RUN_STEP : undefined,
  ]);
  return { files: [{ to: 'index.ts', content }], wirings: wirings(model) };
};

function install(model: PlatformModel): Code {
  const lines = mounts(model, (handler) => code`app.use(${handler});`, '  ');
  return code`/** Mount the features on the app. Call it directly after the app is created. */
export function installPlatform(app: ${from('Application', 'express', 'type')}): void {
${join(lines, '\n')}
}`;
}

function supervise(model: PlatformModel): Code {
  const body = model.supervisor
    ? code`  ${model.supervisor}.supervise(server);`
    : followServer(model, 'server', '  ');
  return code`/** Start and stop in an orderly way with the server. Wrap the call that makes it listen. */
export function superviseServer<S extends ${from('Server', 'node:http', 'type')}>(server: S): S {
${body}
  return server;
}`;
}

function needsSteps(model: PlatformModel): boolean {
  return model.supervisor === undefined && hasLifecycle(model);
}

function wirings(model: PlatformModel): readonly Wiring[] {
  return [
    ...model.preloads.map(({ module }): Wiring => ({ kind: 'preload', module })),
    ...(handlesRequests(model)
      ? [{ kind: 'install-app', symbol: 'installPlatform', module: '#host/index' } as const]
      : []),
    ...(hasLifecycle(model)
      ? [{ kind: 'supervise-server', symbol: 'superviseServer', module: '#host/index' } as const]
      : []),
  ];
}
