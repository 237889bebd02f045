import {
  type Code,
  code,
  contribute,
  definePlan,
  dependency,
  type Framework,
  file,
  from,
  instanceOr,
  json,
  literal,
  type PlanContext,
  type Profile,
  type Statement,
  startDocument,
  template,
} from '@joinery/kit';
import { foundRoutes } from './found-routes.ts';

const FILES = ['route', 'routes', 'document', 'breaking-changes', 'answers', 'cursor', 'etag', 'docs-page'];

interface Options {
  readonly docs: string;
}

export default definePlan<Options>({
  statements: (context) => {
    const { host, framework } = context;
    return [
      dependency('zod', zodModule(host) === 'zod' ? '^4.0.0' : '^3.25.0'),
      file('openapi/zod.ts', code`export { z } from '${zodModule(host)}';\n`),
      ...FILES.map((name) => template(`openapi/${name}.ts`, `openapi/${name}.ts`)),
      file('openapi/openapi.ts', openapi(host.service.name)),
      file('openapi/environment.ts', environment(context.has)),
      template('openapi/openapi.check.ts', `openapi/openapi.${host.tests.suffix}.ts`),
      template('openapi/api.check.ts', `openapi/api.${host.tests.suffix}.ts`),
      startDocument('openapi.json', json(EMPTY(host.service.name))),
      ...onFramework(framework === 'nest' ? 'express' : framework),
      contribute('http.routes', { name: 'openapi', install: routesOf(context) }),
      contribute('http.middleware', { name: 'api-answers', phase: 'protect', install: answersOf(context) }),
    ];
  },
  slots: {
    'api.routes': (drafts, { code: hostCode }) => [
      file('openapi/found-routes.ts', foundRoutes(hostCode.routes(), drafts)),
    ],
  },
});

function onFramework(folder: Exclude<Framework, 'nest'>): readonly Statement[] {
  const watch = folder === 'express' || folder === 'node-http';
  return [
    ...(watch ? [template('openapi/watch-answer.ts', 'openapi/watch-answer.ts')] : []),
    ...['api-routes', 'api-answers'].map((name) =>
      template(`${folder}/openapi/${name}.ts`, `openapi/${name}.ts`),
    ),
  ];
}

/** The page for people is shown outside production, unless the service answers there itself. */
function routesOf({ code: hostCode, options }: PlanContext<Options>): Code {
  const isTaken = hostCode.routes().some(({ method, path }) => method === 'GET' && path === options.docs);
  const page =
    options.docs === '' || isTaken ? code`` : code`, ${isProduction} ? undefined : ${literal(options.docs)}`;
  return code`${from('apiRoutes', '#host/openapi/api-routes')}(${from('openapi', '#host/openapi/openapi')}${page})`;
}

/** On Nest's Fastify, an answer that is not as described is only logged: there it can't be taken back any more. */
function answersOf({ framework, host }: PlanContext<Options>): Code {
  const isLate = framework === 'nest' && host.httpPlatform === 'fastify';
  return code`${from('apiAnswers', '#host/openapi/api-answers')}(${from('createAnswers', '#host/openapi/answers')}(${from('routes', '#host/openapi/routes')}, {
  check: !${isProduction},
  strict: ${isLate ? 'false' : isTest},
  log: ${instanceOr('logger', code`console`)},
}))`;
}

const isProduction = from('isProduction', '#host/openapi/environment');
const isTest = from('isTest', '#host/openapi/environment');

function environment(has: (name: string) => boolean): Code {
  const variables = has('config-env') ? code`${from('env', '#host/config/env')}` : code`process.env`;
  return code`const { NODE_ENV } = ${variables};

export const isProduction = NODE_ENV === 'production';
export const isTest = NODE_ENV === 'test';
`;
}

function openapi(service: string): Code {
  const described = from('routes', '#host/openapi/routes');
  const found = from('foundRoutes', '#host/openapi/found-routes');
  return code`/** What others may ask of this service. */
export const openapi: ${from('ApiDocument', '#host/openapi/document', 'type')} = ${from('buildDocument', '#host/openapi/document')}(
  ${literal(service)},
  '1.0.0',
  ${from('withFound', '#host/openapi/document')}(${described}, ${found}),
);
`;
}

/** What is committed before any route is described. */
const EMPTY = (title: string) => ({ openapi: '3.1.0', info: { title, version: '1.0.0' }, paths: {} });

/** Where zod 4 is imported from: zod 3.25 has it as well, under a name of its own. */
function zodModule({ dependencies }: Profile): 'zod' | 'zod/v4' {
  const { zod } = dependencies;
  const version = zod?.installed ?? zod?.range ?? '4';
  return /^[\^~>=v\s]*3\./.test(version) ? 'zod/v4' : 'zod';
}
