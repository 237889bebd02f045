import { join } from 'node:path';
import type { Catalog, Feature } from '@joinery/engine';
import {
  code,
  contribute,
  definePlan,
  type Framework,
  from,
  HTTP_PHASES,
  literal,
  type Manifest,
  template,
} from '@joinery/kit';
import { readHostFiles } from '../host-files.ts';

const MANIFEST: Manifest = {
  schema: 1,
  title: 'Every slot',
  summary: 'Contributes to every slot there is.',
  category: 'test',
  requires: { 'config-env': '*', 'graceful-shutdown': '*', health: '*' },
};

/** Where Node.js's own kind of handler fits. */
const CONNECT: readonly Framework[] = ['express', 'nest'];

const plan = definePlan({
  statements: ({ framework }) => {
    const folder = CONNECT.includes(framework) ? 'shared' : framework;
    return [
      template('shared/preload.ts', 'every/preload.ts'),
      template('shared/steps.ts', 'every/steps.ts'),
      template(`${folder}/trace.ts`, 'every/trace.ts'),
      template(`${folder}/routes.ts`, 'every/routes.ts'),
      template(`${framework}/failures.ts`, 'every/failures.ts'),
      ...requests(),
      ...life(),
      ...(framework === 'nest' ? [provider] : []),
    ];
  },
});

function requests() {
  const phases = HTTP_PHASES.filter((phase) => phase !== 'routes' && phase !== 'errors');
  return [
    ...phases.map((phase) =>
      contribute('http.middleware', {
        name: `trace-${phase}`,
        phase,
        install: code`${from('trace', '#host/every/trace')}(${literal(phase)})`,
      }),
    ),
    contribute('http.routes', { name: 'every', install: code`${from('routes', '#host/every/routes')}()` }),
    ...(['report', 'answer'] as const).map((stage) =>
      contribute('http.errors', {
        name: stage,
        stage,
        install: code`${from(stage, '#host/every/failures')}()`,
      }),
    ),
    contribute('health.checks', { name: 'every', critical: true, check: code`() => undefined` }),
  ];
}

const say = (step: string) => code`${from('say', '#host/every/steps')}(${literal(step)})`;

const provider = contribute('nest.providers', {
  name: 'every',
  provider: code`{ provide: 'every', useFactory: ${say('provided')} }`,
});

function life() {
  return [
    contribute('process.preload', { name: 'every', module: '#host/every/preload' }),
    contribute('env.variables', {
      name: 'EVERY_GREETING',
      type: 'string',
      default: 'hello',
      description: 'What is said.',
    }),
    contribute('process.start', { name: 'every', run: say('started') }),
    ...(['announce', 'close', 'flush'] as const).map((stage) =>
      contribute('process.shutdown', { name: `every-${stage}`, stage, run: say(`shutdown ${stage}`) }),
    ),
  ];
}

const feature: Feature = {
  name: 'every-slot',
  version: '1.0.0',
  manifest: MANIFEST,
  plan,
  templates: readHostFiles(join(__dirname, 'fixtures/templates')),
};

/** A catalog with a feature that contributes to every slot there is. */
export function withEverySlot(catalog: Catalog): Catalog {
  const { name, version, manifest } = feature;
  return {
    names: async () => [...(await catalog.names()), name],
    versions: async (wanted) =>
      wanted === name
        ? [{ entry: { name, version, requires: manifest.requires ?? {} }, manifest, origin: 'file' }]
        : catalog.versions(wanted),
    load: async (wanted, at) => (wanted === name ? feature : catalog.load(wanted, at)),
  };
}
