import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Framework } from '@joinery/kit';
import { buildService, composeService } from '../../observed/build-service.ts';
import type { Built } from './service.ts';
import { workOf } from './steps.ts';

/** Compose a service with some features, bundle it, and install the line of OpenTelemetry that it asks for. */
export async function buildStep(
  cwd: string,
  framework: Framework,
  node: string,
  features: readonly string[],
  rounds: number,
): Promise<Built> {
  const files = await composeService({ framework, node, features, tier: 'intermediate' });
  const outfile = await buildService(cwd, { ...files, 'src/work.ts': workOf(rounds) });
  installTelemetry(cwd, files['package.json'] ?? '{}');
  return { cwd, outfile };
}

/** All else is found in a `node_modules` above. */
function installTelemetry(cwd: string, manifest: string): void {
  const { dependencies = {} }: { readonly dependencies?: Readonly<Record<string, string>> } =
    JSON.parse(manifest);
  const ours = Object.entries(dependencies).filter(([name]) => name.startsWith('@opentelemetry/'));
  if (ours.length === 0) return;
  const folder = join(cwd, 'dist');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ type: 'module', dependencies: Object.fromEntries(ours) }),
  );
  const options = [
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--engine-strict=false',
    '--prefer-offline',
  ];
  execFileSync('npm', ['install', ...options], { cwd: folder });
}
