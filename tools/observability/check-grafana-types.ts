import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../running/joinery.ts';

const TYPES = join(ROOT, 'tools/observability/grafana-types.ts');
const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');
const compilerOptions = {
  target: 'es2023',
  module: 'nodenext',
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  types: [],
};

/** Compile dashboards as literals of Grafana's own types; say what the compiler says, one fault a line. */
export function checkGrafanaTypes(dashboards: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'grafana-types-'));
  try {
    const literals = dashboards.map((json, index) => `export const d${index}: GrafanaDashboard = ${json};\n`);
    const text = `import type { GrafanaDashboard } from ${JSON.stringify(TYPES)};\n${literals.join('')}`;
    writeFileSync(join(folder, 'dashboards.ts'), text);
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: ['dashboards.ts'] }),
    );
    const { status, stdout, stderr } = spawnSync(process.execPath, [TSC, '-p', folder, '--pretty', 'false'], {
      encoding: 'utf8',
    });
    if (status === 0) return [];
    return `${stdout}${stderr}`.split('\n').filter((line) => line !== '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
