import { code, contribute, definePlan, from, template } from '@joinery/kit';

export default definePlan({
  statements: ({ host, framework }) => [
    template('context/request-context.ts', 'context/request-context.ts'),
    template(
      `${framework === 'nest' ? 'express' : framework}/context/middleware.ts`,
      'context/middleware.ts',
    ),
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
