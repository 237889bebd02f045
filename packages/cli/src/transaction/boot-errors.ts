import { lastLines } from './cancelled.ts';
import type { HostPlace } from './host-place.ts';
import type { Run } from './package-manager.ts';
import { readScripts } from './read-scripts.ts';
import { scriptRunner } from './script-runner.ts';
import { startService } from './start-service.ts';

/** Longer than a service takes on a slow machine; only an end for what would never come. */
const PATIENCE_MS = 90_000;

/**
 * Start the service with its own start script, on free ports, ask it, and stop it: what goes wrong, or a sentence that
 * says why it can't be started. A service that is built is built first.
 *
 * @param probes paths that must answer with 200; any answer will do when there are none
 */
export async function bootErrors(
  host: HostPlace,
  probes: readonly string[],
  run: Run,
  signal: AbortSignal,
): Promise<readonly string[] | string> {
  const scripts = readScripts(host);
  if (scripts.start === undefined) return 'The service has no `start` script, so it was not started.';
  const manager = scriptRunner(host);
  if (scripts.build !== undefined) {
    const build = { program: manager, args: ['run', 'build'], folder: host.folder, env: {} };
    const { code, output } = await run(build, signal);
    if (code !== 0) return [`\`${manager} run build\` failed:\n${lastLines(output)}`];
  }
  const service = await startService([manager, 'run', 'start'], host.folder);
  try {
    return await ask(service, probes, signal);
  } finally {
    await service.stop();
  }
}

async function ask(
  service: Awaited<ReturnType<typeof startService>>,
  probes: readonly string[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const paths = probes.length === 0 ? ['/'] : probes;
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end && !signal.aborted) {
    if (service.ended()) return [`It ended before it answered:\n${lastLines(service.output())}`];
    const answers = await Promise.all(
      paths.map((path) => answered(service.addresses(), path, probes.length > 0)),
    );
    if (answers.every((answer) => answer)) return [];
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const where = service.addresses().join(', ') || 'nowhere';
  return [
    `It did not answer to ${paths.join(', ')} (it listens at ${where}):\n${lastLines(service.output())}`,
  ];
}

/** Whether any server of the service answers: with 200, or with anything at all. */
async function answered(addresses: readonly string[], path: string, mustSucceed: boolean): Promise<boolean> {
  for (const address of addresses) {
    try {
      const { ok } = await fetch(`http://${address}${path}`, {
        headers: { connection: 'close' },
        redirect: 'manual',
        signal: AbortSignal.timeout(2_000),
      });
      if (ok || !mustSucceed) return true;
    } catch {
      // It does not speak HTTP, or not yet.
    }
  }
  return false;
}
