import { type Framework, type Statement, template } from '@joinery/kit';

/** What measures requests, by how the framework tells which route matched. */
export function middleware(
  framework: Framework,
  httpPlatform: 'express' | 'fastify' | undefined,
): readonly Statement[] {
  if (framework === 'fastify') return files('fastify', 'middleware');
  if (framework === 'nest' && httpPlatform === 'fastify') return files('nest-fastify', 'middleware');
  return files('express', 'middleware', 'track-route');
}

function files(folder: string, ...names: readonly string[]): readonly Statement[] {
  return names.map((name) => template(`${folder}/metrics/${name}.ts`, `metrics/${name}.ts`));
}
