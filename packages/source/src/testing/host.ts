import type { Wiring } from '@joinery/engine';
import type { Framework, Json, Profile } from '@joinery/kit';

/** What a case says of its host; everything else is the same in all of them. */
export interface CaseFacts {
  readonly framework?: Framework;
  readonly version?: string;
  /** Options of the host's Prettier. */
  readonly prettier?: Readonly<Record<string, Json>>;
  /** Whether a feature sees to failures. */
  readonly errors?: boolean;
  readonly entry?: string;
  readonly platformFolder?: string;
  readonly startedBy?: Profile['startedBy'];
  readonly importExtension?: Profile['importExtension'];
}

/** What a profile of a small test host says. */
export function profileOf(files: Readonly<Record<string, string>>, facts: CaseFacts): Profile {
  const { framework = 'express', startedBy = 'own-code', importExtension = '.js' } = facts;
  const entry = facts.entry ?? ENTRIES.find((path) => path in files);
  return {
    service: { name: 'orders' },
    manifest: 'package.json',
    packageManager: { value: 'npm', evidence: 'package-lock.json' },
    moduleSystem: { value: 'esm', evidence: 'package.json#type' },
    importExtension,
    sourceRoot: 'src',
    platformFolder: facts.platformFolder ?? 'src/platform',
    signalHandlers: [],
    consoleCalls: [],
    clients: [],
    upstreams: [],
    providers: [],
    loggers: [],
    failureHandlers: [],
    ...(entry === undefined ? {} : { entry: { value: entry, evidence: 'package.json#scripts.start' } }),
    framework: {
      value: { name: framework, version: facts.version ?? '5.0.0' },
      evidence: 'package.json#dependencies',
    },
    startedBy,
    node: { value: '20.19.0', evidence: 'package.json#engines.node' },
    tests: { suffix: 'test' },
    ...(facts.prettier === undefined ? {} : { prettier: { value: facts.prettier, evidence: '.prettierrc' } }),
    style: { indent: '  ', quotes: 'single', semicolons: 'always', eol: '\n' },
    scripts: {},
    dependencies: {},
    unknown: [],
  };
}

const ENTRIES = ['main', 'index', 'server', 'app'].flatMap((name) =>
  ['ts', 'mts', 'cts', 'js', 'cjs'].map((extension) => `src/${name}.${extension}`),
);

/** Every wiring a framework's composition root can ask for. */
export function wiringsOf({ framework }: Profile, { errors = false }: CaseFacts = {}): readonly Wiring[] {
  const preload: Wiring = { kind: 'preload', module: '#host/config/env' };
  const install: Wiring = { kind: 'install-app', symbol: 'installPlatform', module: '#host/index' };
  if (framework?.value.name === 'fastify') return [preload, install];
  if (framework?.value.name !== 'nest') {
    const failures: Wiring = {
      kind: 'install-errors',
      symbol: 'installPlatformErrors',
      module: '#host/index',
    };
    const last = errors && framework?.value.name === 'express' ? [failures] : [];
    return [
      preload,
      install,
      ...last,
      { kind: 'supervise-server', symbol: 'superviseServer', module: '#host/index' },
    ];
  }
  return [
    preload,
    { kind: 'import-nest-module', symbol: 'PlatformModule', module: '#host/platform.module' },
    { kind: 'supervise-server', symbol: 'superviseApp', module: '#host/index' },
  ];
}
