import type { Wiring } from '@joinery/engine';
import type { Framework, Profile } from '@joinery/kit';

/** What a profile of a small test host says; a `case.json` among its files overrides it. */
export function profileOf(framework: Framework, files: Readonly<Record<string, string>>): Profile {
  const own: Partial<Profile> = JSON.parse(files['case.json'] ?? '{}');
  const entry = ['src/main.ts', 'src/index.ts', 'src/server.ts', 'src/app.ts'].find((path) => path in files);
  return {
    service: { name: 'orders' },
    manifest: 'package.json',
    packageManager: { value: 'npm', evidence: 'package-lock.json' },
    moduleSystem: { value: 'esm', evidence: 'package.json#type' },
    importExtension: '.js',
    sourceRoot: 'src',
    platformFolder: 'src/platform',
    ...(entry === undefined ? {} : { entry: { value: entry, evidence: 'package.json#scripts.start' } }),
    framework: {
      value: { name: framework, version: '5.0.0' },
      evidence: `package.json#dependencies.${framework}`,
    },
    startedBy: 'own-code',
    node: { value: '20.19.0', evidence: 'package.json#engines.node' },
    tests: { suffix: 'test' },
    style: { indent: '  ', quotes: 'single', semicolons: 'always', eol: '\n' },
    scripts: {},
    dependencies: {},
    unknown: [],
    ...own,
  };
}

/** Every wiring a framework's composition root can ask for. */
export function wiringsOf(profile: Profile): readonly Wiring[] {
  const preload: Wiring = { kind: 'preload', module: '#host/config/env' };
  const install: Wiring = { kind: 'install-app', symbol: 'installPlatform', module: '#host/index' };
  switch (profile.framework?.value.name) {
    case 'nest':
      return [
        preload,
        { kind: 'import-nest-module', symbol: 'PlatformModule', module: '#host/platform.module' },
        { kind: 'supervise-server', symbol: 'superviseApp', module: '#host/index' },
      ];
    case 'fastify':
      return [preload, install];
    default:
      return [
        preload,
        install,
        { kind: 'supervise-server', symbol: 'superviseServer', module: '#host/index' },
      ];
  }
}
