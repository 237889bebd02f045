import type { ApplyPorts } from './apply-ports.ts';
import { lastLines } from './cancelled.ts';
import type { HostPlace } from './host-place.ts';
import { readScripts } from './read-scripts.ts';
import { scriptRunner } from './script-runner.ts';

/** What `npm init` writes for a service that has no tests. */
const PLACEHOLDER = /no test specified/;

/** Run the service's own tests: what they say when they fail, or a sentence that says why there is nothing to run. */
export async function testErrors(
  host: HostPlace,
  { run, signal }: Pick<ApplyPorts, 'run' | 'signal'>,
): Promise<readonly string[] | string> {
  const { test } = readScripts(host);
  if (test === undefined || PLACEHOLDER.test(test)) {
    return 'The service has no `test` script, so no test was run.';
  }
  const command = { program: scriptRunner(host), args: ['run', 'test'], folder: host.folder };
  const { code, output } = await run({ ...command, env: { CI: 'true' } }, signal);
  return code === 0 ? [] : [lastLines(output)];
}
