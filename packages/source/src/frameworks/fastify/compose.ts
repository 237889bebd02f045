import type { ComposePlatform, PlatformModel, Wiring } from '@joinery/engine';
import { type Code, code, from, join, type Profile } from '@joinery/kit';
import { followServer, runStep } from '../compose-lifecycle.ts';
import {
  blocks,
  constants,
  failures,
  HEADER,
  handlesFailures,
  handlesRequests,
  hasLifecycle,
  mounts,
  requests,
} from '../compose-parts.ts';

/** Render `index.ts`: the instances, and one function that does everything to the Fastify instance. */
export const composeFastify: ComposePlatform = (model, profile) => {
  const content = blocks([
    code`${HEADER}`,
    constants(model),
    isEmpty(model) ? undefined : install(model, profile),
    runStep(model),
  ]);
  return { files: [{ to: 'index.ts', content }], wirings: wirings(model) };
};

const INSTANCE = from('FastifyInstance', 'fastify', 'type');

function install(model: PlatformModel, profile: Profile): Code {
  const lines = [
    ...mounts([...requests(model), ...failures(model)], (handler) => code`${handler}(app);`, '  '),
    ...(hasLifecycle(model) ? lifecycle(model, profile) : []),
  ];
  const when =
    profile.startedBy === 'fastify-cli'
      ? 'first in the root plugin'
      : 'directly after the instance is created';
  return code`/** What every instance has, whatever its server, logger and type provider. */
type AnyFastify = Pick<${INSTANCE}, 'version' | 'prefix' | 'pluginName'>;

/** Mount the features on the instance. Call it ${when}. */
export function installPlatform(instance: AnyFastify): void {
  const app = instance as ${INSTANCE};
${join(lines, '\n')}
}`;
}

function lifecycle(model: PlatformModel, profile: Profile): readonly Code[] {
  const { supervisor } = model;
  if (supervisor === undefined)
    return [code`  // start and shutdown`, followServer(model, 'app.server', '  ')];
  if (profile.startedBy === 'own-code') {
    return [
      code`  // start and shutdown`,
      code`  ${supervisor}.supervise(app.server, { close: () => app.close() });`,
    ];
  }
  return [
    code`  // start and shutdown: \`fastify start\` listens for the signals and closes the instance`,
    code`  app.server.once('listening', () => {
    ${supervisor}.started().catch((error: unknown) => app.log.error(error));
  });
  app.addHook('preClose', () => ${supervisor}.drain(app.server));
  app.addHook('onClose', () => ${supervisor}.finish());`,
  ];
}

function isEmpty(model: PlatformModel): boolean {
  return !handlesRequests(model) && !handlesFailures(model) && !hasLifecycle(model);
}

function wirings(model: PlatformModel): readonly Wiring[] {
  return [
    ...model.preloads.map(({ module }): Wiring => ({ kind: 'preload', module })),
    ...(isEmpty(model)
      ? []
      : [{ kind: 'install-app', symbol: 'installPlatform', module: '#host/index' } as const]),
  ];
}
