import { type Framework, type Statement, template } from '@joinery/kit';

/** What sees requests, by how the framework tells which route matched. */
export function middleware(
  framework: Framework,
  httpPlatform: 'express' | 'fastify' | undefined,
): readonly Statement[] {
  if (framework === 'nest') {
    return httpPlatform === 'fastify'
      ? files('nest-fastify', 'middleware')
      : middleware('express', httpPlatform);
  }
  return framework === 'express'
    ? files('express', 'middleware', 'track-route', 'watch-failures')
    : files(framework, 'middleware');
}

function files(folder: string, ...names: readonly string[]): readonly Statement[] {
  return names.map((name) => template(`${folder}/requests/${name}.ts`, `requests/${name}.ts`));
}
