import type { PlatformModel, Wiring } from '@joinery/engine';
import { type Code, code, from } from '@joinery/kit';
import { followServer } from './compose-lifecycle.ts';
import { hasLifecycle } from './compose-parts.ts';

/** The function that is handed the server; `undefined` when nothing happens at start or shutdown. */
export function superviseServer(model: PlatformModel): Code | undefined {
  if (!hasLifecycle(model)) return undefined;
  const body = model.supervisor
    ? code`  ${model.supervisor}.supervise(server);`
    : followServer(model, 'server', '  ');
  return code`/** Start and stop in an orderly way with the server. Hand it over as soon as it exists. */
export function superviseServer<S extends ${from('Server', 'node:net', 'type')}>(server: S): S {
${body}
  return server;
}`;
}

/** What the host must do: load first what must be, install the features, hand over the server. */
export function appWirings(model: PlatformModel, installs: boolean): readonly Wiring[] {
  const wirings: Wiring[] = model.preloads.map(({ module }) => ({ kind: 'preload', module }));
  if (installs) wirings.push({ kind: 'install-app', symbol: 'installPlatform', module: '#host/index' });
  if (hasLifecycle(model))
    wirings.push({ kind: 'supervise-server', symbol: 'superviseServer', module: '#host/index' });
  return wirings;
}
