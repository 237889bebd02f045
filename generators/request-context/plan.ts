import { code, contribute, definePlan, type Framework, from, type Statement, template } from '@joinery/kit';

export default definePlan({
  statements: ({ host, framework }) => [
    template('context/request-context.ts', 'context/request-context.ts'),
    ...middleware(framework),
    template('context/request-context.check.ts', `context/request-context.${host.tests.suffix}.ts`),
    contribute('http.middleware', {
      name: 'request-context',
      phase: 'context',
      install: code`${from('requestContexts', '#host/context/middleware')}()`,
    }),
    contribute('log.fields', {
      name: 'request',
      fields: code`${from('requestLogFields', '#host/context/request-context')}`,
    }),
  ],
});

function middleware(framework: Framework): readonly Statement[] {
  // On Nest it stands in the middleware of Express, whichever server is below.
  const folder = framework === 'nest' ? 'express' : framework;
  const names = folder === 'express' ? ['middleware', 'bind-exchange'] : ['middleware'];
  return names.map((name) => template(`${folder}/context/${name}.ts`, `context/${name}.ts`));
}
