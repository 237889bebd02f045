import {
  type Code,
  code,
  contribute,
  from,
  type HostDependency,
  note,
  type PlanContext,
  type Profile,
  type Statement,
  template,
} from '@joinery/kit';

/** Libraries that follow Standard Schema, and the major and minor version from which on they do. */
const STANDARD: Readonly<Record<string, readonly [number, number]>> = {
  joi: [18, 0],
  yup: [1, 7],
  valibot: [1, 0],
  arktype: [2, 0],
};

/** Libraries whose checks stay where they are. */
const OTHERS = ['joi', 'yup', 'superstruct', 'celebrate', 'express-validator', 'koa-joi-router', 'io-ts'];

type Context = Pick<PlanContext<unknown>, 'code' | 'framework'> & { readonly host: Profile };

/** What a service checks requests with already is used, or left alone; the plan says which. */
export function ownValidators(
  { host, framework, code: hostCode }: Context,
  strict: boolean,
): readonly Statement[] {
  const byRoutes = framework === 'fastify' && hostCode.routes().some(({ checked }) => checked);
  const byAjv = isAtLeast(host.dependencies.ajv, [8, 0]);
  return [
    ...(byRoutes || byAjv ? [template('http/json-schema.ts', 'http/json-schema.ts')] : []),
    ...(byRoutes ? fastifySchemas(strict) : []),
    ...(byAjv ? ajv() : []),
    ...Object.entries(host.dependencies).flatMap(([name, has]) => told(name, has)),
  ];
}

function fastifySchemas(strict: boolean): readonly Statement[] {
  const install: Code = code`${from('routeSchemas', '#host/http/route-schemas')}({ strict: ${strict} })`;
  const keys = strict
    ? 'Keys that they do not know are refused.'
    : 'Keys that they do not know are treated as before; `input-validation.routes=wire` refuses them.';
  return [
    template('fastify/http/route-schemas.ts', 'http/route-schemas.ts'),
    contribute('http.middleware', { name: 'route-schemas', phase: 'parse', install }),
    note(
      `Routes with schemas of their own go on being checked by those, and no second one is drafted. Bodies that reach into prototypes or are nested too deeply are refused before. ${keys}`,
    ),
  ];
}

function ajv(): readonly Statement[] {
  return [
    template('http/ajv-schema.ts', 'http/ajv-schema.ts'),
    note(
      'This service has ajv: `validate({ body: ajvSchema(ajv.compile(schema)) }, …)` of `http/ajv-schema.ts` checks by its schemas, and refuses keys that they do not know.',
    ),
  ];
}

function told(name: string, has: HostDependency): readonly Statement[] {
  if (has.dev) return [];
  const since = STANDARD[name];
  if (since !== undefined && isAtLeast(has, since))
    return [note(`\`${name}\` follows Standard Schema: hand its schemas to \`validate\` as they are.`)];
  if (!OTHERS.includes(name)) return [];
  return [note(`Checks by \`${name}\` stay as they are; new routes can be checked by schemas of zod.`)];
}

function isAtLeast(has: HostDependency | undefined, [major, minor]: readonly [number, number]): boolean {
  if (has === undefined || has.dev) return false;
  const [, first = '0', second = '0'] = /(\d+)(?:\.(\d+))?/.exec(has.installed ?? has.range) ?? [];
  return Number(first) > major || (Number(first) === major && Number(second) >= minor);
}
