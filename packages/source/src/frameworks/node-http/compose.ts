import type { ComposePlatform, PlatformModel } from '@joinery/engine';
import { type Code, code, from, join } from '@joinery/kit';
import { runStep } from '../compose-lifecycle.ts';
import { blocks, constants, HEADER, handlesRequests, mounts } from '../compose-parts.ts';
import { appWirings, superviseServer } from '../compose-server.ts';

const LISTENER = from('RequestListener', 'node:http', 'type');

/** Render `index.ts`: the instances, what the listener is wrapped in, and what the server needs. */
export const composeNodeHttp: ComposePlatform = (model) => {
  const content = blocks([
    code`${HEADER}`,
    constants(model),
    handlesRequests(model) ? install(model) : undefined,
    superviseServer(model),
    runStep(model),
  ]);
  return { files: [{ to: 'index.ts', content }], wirings: appWirings(model) };
};

function install(model: PlatformModel): Code {
  const lines = mounts(model, (wrap) => code`${wrap},`, '    ');
  return code`/** Put the features around the listener, the first one outermost. Wrap what the server is created with. */
export function installPlatform(listener: ${LISTENER}): ${LISTENER} {
  const wrappers: readonly ((inner: ${LISTENER}) => ${LISTENER})[] = [
${join(lines, '\n')}
  ];
  return wrappers.reduceRight((inner, wrap) => wrap(inner), listener);
}`;
}
