import { type Code, code, contribute, definePlan, file, from, instanceOr, template } from '@joinery/kit';
import { errorMappingsFile } from './error-mappings.ts';

const SHARED = ['errors/app-error', 'errors/error-mapping', 'errors/own-mappings', 'http/problem'];

const CURRENT_ID = code`() => ${from('requestContext', '#host/context/request-context')}()?.requestId`;

export default definePlan({
  statements: ({ host, framework, has }) => [
    ...SHARED.map((name) => template(`${name}.ts`, `${name}.ts`)),
    template(`${framework}/http/problem-errors.ts`, 'http/problem-errors.ts'),
    template('http/problem.check.ts', `http/problem.${host.tests.suffix}.ts`),
    contribute('http.errors', {
      name: 'problem-errors',
      stage: 'answer',
      install: code`${from('problemErrors', '#host/http/problem-errors')}({
  log: ${instanceOr('logger', code`console`)},
  requestId: ${has('request-context') ? CURRENT_ID : code`() => undefined`},
${framework === 'fastify' ? unknownPaths(host.failureHandlers) : code``}})`,
    }),
  ],
  slots: {
    'http.errors.mappings': (mappings) => [file('errors/error-mappings.ts', errorMappingsFile(mappings))],
  },
});

/** Fastify takes one handler of unknown paths; the host's own stays. */
function unknownPaths(handlers: readonly { readonly kind: string }[]): Code {
  return code`  unknownPaths: ${!handlers.some(({ kind }) => kind === 'not-found')},\n`;
}
