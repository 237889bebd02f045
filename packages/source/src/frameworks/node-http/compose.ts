import type { ComposePlatform } from '@joinery/engine';
import { type Code, code, from, join } from '@joinery/kit';
import { runStep } from '../compose-lifecycle.ts';
import { aroundFailures, blocks, constants, HEADER, mounts } from '../compose-parts.ts';
import { appWirings, superviseServer } from '../compose-server.ts';

const LISTENER = from('RequestListener', 'node:http', 'type');

/** Render `index.ts`: the instances, what the listener is wrapped in, and what the server needs. */
export const composeNodeHttp: ComposePlatform = (model) => {
  const lines = mounts(aroundFailures(model), (wrap) => code`${wrap},`, '    ');
  const content = blocks([
    code`${HEADER}`,
    constants(model),
    lines.length === 0 ? undefined : install(lines),
    superviseServer(model),
    runStep(model),
  ]);
  return { files: [{ to: 'index.ts', content }], wirings: appWirings(model, lines.length > 0) };
};

function install(lines: readonly Code[]): Code {
  return code`/** Put the features around the listener, the first one outermost. Wrap what the server is created with. */
export function installPlatform(listener: ${LISTENER}): ${LISTENER} {
  const wrappers: readonly ((inner: ${LISTENER}) => ${LISTENER})[] = [
${join(lines, '\n')}
  ];
  return wrappers.reduceRight((inner, wrap) => wrap(inner), listener);
}`;
}
