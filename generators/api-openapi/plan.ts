import {
  code,
  contribute,
  definePlan,
  dependency,
  file,
  from,
  json,
  literal,
  type Profile,
  startDocument,
  template,
} from '@joinery/kit';

const FILES = ['route', 'routes', 'document', 'breaking-changes'];

export default definePlan({
  statements: ({ host, framework }) => [
    dependency('zod', zodModule(host) === 'zod' ? '^4.0.0' : '^3.25.0'),
    file('openapi/zod.ts', code`export { z } from '${zodModule(host)}';\n`),
    ...FILES.map((name) => template(`openapi/${name}.ts`, `openapi/${name}.ts`)),
    file('openapi/openapi.ts', openapi(host.service.name)),
    template(
      `${framework === 'nest' ? 'express' : framework}/openapi/api-routes.ts`,
      'openapi/api-routes.ts',
    ),
    template('openapi/openapi.check.ts', `openapi/openapi.${host.tests.suffix}.ts`),
    startDocument('openapi.json', json(EMPTY(host.service.name))),
    contribute('http.routes', {
      name: 'openapi',
      install: code`${from('apiRoutes', '#host/openapi/api-routes')}(${from('openapi', '#host/openapi/openapi')})`,
    }),
  ],
});

function openapi(service: string) {
  return code`/** What others may ask of this service. */
export const openapi: ${from('ApiDocument', '#host/openapi/document', 'type')} = ${from('buildDocument', '#host/openapi/document')}(
  ${literal(service)},
  '1.0.0',
  ${from('routes', '#host/openapi/routes')},
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
