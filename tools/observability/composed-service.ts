import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import type { FeatureRequest } from '@joinery/engine';
import { type HostFiles, openWorkbench, readHostFiles } from '@joinery/testing';
import { freePort } from '../running/free-port.ts';
import { ROOT } from '../running/joinery.ts';
import { type Service, startService } from '../running/service.ts';

/** A service of ours with features in it, running. */
export interface ComposedService {
  readonly files: HostFiles;
  readonly service: Service;
  readonly metricsPort: number;
  stop(): Promise<void>;
}

const FIXTURE = join(ROOT, 'tools/observability/fixtures/orders');

/** Compose the service with features at the highest tier, and start it. */
export async function startComposed(
  features: readonly FeatureRequest[],
  env: Readonly<Record<string, string>>,
): Promise<ComposedService> {
  const bench = openWorkbench(openCatalog({ workspace: ROOT, files: [], more: [] }));
  const files = await bench.run(readHostFiles(FIXTURE), { add: features, tier: 'enterprise' });
  // Inside the repository, so that packages are found.
  mkdirSync(join(ROOT, 'tools/observability/dist'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'tools/observability/dist/service-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const [port, metricsPort] = [await freePort(), await freePort()];
  const own = {
    METRICS_PORT: String(metricsPort),
    METRICS_HOST: '127.0.0.1',
    OTEL_TRACES_EXPORTER: 'none',
    ...env,
  };
  const service = startService(
    [process.execPath, '--import', 'tsx', 'src/server.ts'],
    { cwd: folder, env: own },
    port,
  );
  await service.until('it is ready', async () => {
    const answer = await fetch(`${service.url}/readyz`).catch(() => undefined);
    return answer?.status === 200;
  });
  return {
    files,
    service,
    metricsPort,
    stop: async () => {
      await service.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
