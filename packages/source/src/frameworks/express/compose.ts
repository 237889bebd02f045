import type { ComposePlatform, PlatformModel, Wiring } from '@joinery/engine';
import { type Code, code, from, join } from '@joinery/kit';
import { installPlatform } from '../compose-app.ts';
import { runStep } from '../compose-lifecycle.ts';
import {
  blocks,
  constants,
  failures,
  HEADER,
  handlesFailures,
  handlesRequests,
  mounts,
  requests,
} from '../compose-parts.ts';
import { appWirings, superviseServer } from '../compose-server.ts';
import { REJECTIONS } from './rejections.ts';

const APPLICATION = code`${from('Application', 'express', 'type')}`;
const INSTALL_ERRORS: Wiring = {
  kind: 'install-errors',
  symbol: 'installPlatformErrors',
  module: '#host/index',
};

/** Render `index.ts`: the instances, what is mounted on the app first and last, and what the server needs. */
export const composeExpress: ComposePlatform = (model, profile) => {
  const installs = handlesRequests(model);
  const isOld = /^[0-4]\./.test(profile.framework?.value.version ?? '');
  const content = blocks([
    code`${HEADER}`,
    constants(model),
    installs
      ? installPlatform(
          APPLICATION,
          mounts(requests(model), (handler) => code`app.use(${handler});`, '  '),
        )
      : undefined,
    handlesFailures(model) ? installErrors(model, isOld) : undefined,
    superviseServer(model),
    runStep(model),
  ]);
  const files = [{ to: 'index.ts', content }];
  return {
    files: handlesFailures(model) && isOld ? [...files, { to: 'rejections.ts', content: REJECTIONS }] : files,
    wirings: withErrors(appWirings(model, installs), model),
  };
};

function installErrors(model: PlatformModel, isOld: boolean): Code {
  const lines = mounts(failures(model), (install) => code`${install}(app);`, '  ');
  const rejections = code`  ${from('passRejections', '#host/rejections')}(app);`;
  return code`/** See to failures and unknown paths. Call it when every route and handler of the service is registered. */
export function installPlatformErrors(app: ${APPLICATION}): void {
${join(isOld ? [rejections, ...lines] : lines, '\n')}
}`;
}

/** The errors go in before the server is handed over. */
function withErrors(wirings: readonly Wiring[], model: PlatformModel): readonly Wiring[] {
  if (!handlesFailures(model)) return wirings;
  const isServer = ({ kind }: Wiring) => kind === 'supervise-server';
  return [...wirings.filter((each) => !isServer(each)), INSTALL_ERRORS, ...wirings.filter(isServer)];
}
