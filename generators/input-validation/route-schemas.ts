import {
  type Code,
  code,
  contribute,
  from,
  type HostRoute,
  type HostShape,
  inSource,
  join,
  literal,
  note,
  type PlanContext,
  type Statement,
  startFile,
  template,
} from '@joinery/kit';

type Part = 'params' | 'query' | 'body';

const PARTS: readonly Part[] = ['params', 'query', 'body'];
const z = from('z', '#host/http/zod');

export interface RouteOptions {
  readonly routes: 'off' | 'draft' | 'wire';
}

/** A schema for each route that reads something of a request, drafted from what it reads; people's from then on. */
export function routeSchemas(
  { routes: asked }: RouteOptions,
  { code: hostCode, framework }: Pick<PlanContext<unknown>, 'code' | 'framework'>,
): readonly Statement[] {
  if (asked === 'off' || framework === 'node-http') return [];
  const routes = distinct(hostCode.routes().filter((route) => !route.checked && reads(route)));
  const drafts = routes.flatMap((route) => [
    startFile(`http/routes/${nameOf(route)}.schema.ts`, draft(route)),
    described(route),
  ]);
  if (asked === 'draft' || routes.length === 0) return drafts;
  const wired = routes.filter((route) => isWirable(route, framework));
  return [
    ...drafts,
    ...(framework === 'nest'
      ? []
      : [template(`${framework}/http/check-request.ts`, 'http/check-request.ts')]),
    ...wired.flatMap((route) => wire(route, framework)),
    ...routes.filter((route) => !wired.includes(route)).map(byHand),
  ];
}

function described(route: HostRoute): Statement {
  const [name, { method, path }] = [nameOf(route), route];
  const schemas = code`${from(constantOf(route), `#host/http/routes/${name}.schema`)}`;
  return contribute('api.routes', { name, method, path, schemas });
}

/** One route for each name: the first of those that stand at one path. */
function distinct(routes: readonly HostRoute[]): readonly HostRoute[] {
  return [...new Map([...routes].reverse().map((route) => [nameOf(route), route])).values()].reverse();
}

function reads(route: HostRoute): boolean {
  return PARTS.some((part) => shapeOf(route, part) !== undefined);
}

/** `post-orders-id-shipment` */
function nameOf({ method, path }: HostRoute): string {
  const words = path
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return [method.toLowerCase(), ...(words.length === 0 ? ['root'] : words)].join('-');
}

/** `postOrdersIdShipment` */
function constantOf(route: HostRoute): string {
  return nameOf(route).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** What a part of a request looks like; parameters are those that the path names. */
function shapeOf(route: HostRoute, part: Part): HostShape | undefined {
  const shape = route[part];
  if (part !== 'params') return shape?.kind === 'unknown' ? undefined : shape;
  const names = [...route.path.matchAll(/:(\w+)/g)].map((each) => each[1] ?? '');
  const told = shape?.kind === 'object' ? shape.fields : [];
  if (names.length === 0) return undefined;
  const fields = names.map((name) => {
    const known = told.find((field) => field.name === name)?.shape;
    return { name, optional: false, shape: known?.kind === 'number' ? known : ({ kind: 'string' } as const) };
  });
  return { kind: 'object', open: false, fields };
}

function draft(route: HostRoute): Code {
  const parts = PARTS.flatMap((part) => {
    const shape = shapeOf(route, part);
    return shape === undefined ? [] : [code`  ${part}: ${zodOf(shape, part !== 'body', '  ')},`];
  });
  return code`/**
 * What a request of \`${route.method} ${route.path}\` must look like.
 * Drafted from what its handler reads; yours to make strict.
 */
export const ${constantOf(route)} = {
${join(parts, '\n')}
};
`;
}

/** In a query and a path everything arrives as text. */
function zodOf(shape: HostShape, isText: boolean, indent: string): Code {
  switch (shape.kind) {
    case 'string':
      return code`${z}.string()`;
    case 'number':
      return isText ? code`${z}.coerce.number()` : code`${z}.number()`;
    case 'boolean':
      return isText ? code`${z}.stringbool()` : code`${z}.boolean()`;
    case 'literals':
      return literals(shape.values);
    case 'list':
      return isText ? code`${z}.unknown()` : code`${z}.array(${zodOf(shape.item, false, indent)})`;
    case 'object':
      return objectOf(shape, isText, indent);
    case 'unknown':
      return code`${z}.unknown()`;
  }
}

function literals(values: readonly (string | number | boolean)[]): Code {
  const all = values.map((value) => literal(value));
  if (values.every((value) => typeof value === 'string')) return code`${z}.enum([${all}])`;
  return code`${z}.union([${all.map((value) => code`${z}.literal(${value})`)}])`;
}

function objectOf(
  shape: Extract<HostShape, { readonly kind: 'object' }>,
  isText: boolean,
  indent: string,
): Code {
  const inner = `${indent}  `;
  const fields = shape.fields.map(({ name, optional, shape: of }) => {
    const isLoose = optional || of.kind === 'unknown';
    const key = /^[A-Za-z_$][\w$]*$/.test(name) ? code`${name}` : literal(name);
    return code`${inner}${key}: ${zodOf(of, isText, inner)}${isLoose ? '.optional()' : ''},`;
  });
  const kind = shape.open ? 'looseObject' : 'strictObject';
  const why = shape.open
    ? `${inner}// Handed on as a whole: name what else there is, then make it \`strictObject\`.\n`
    : '';
  return code`${z}.${kind}({\n${why}${join(fields, '\n')}\n${indent}})`;
}

function isWirable(route: HostRoute, framework: string): boolean {
  if (framework === 'nest')
    return route.call.means === 'Body' && route.body !== undefined && route.arguments <= 1;
  const isPlain = /^['"`]/.test(route.call.first);
  return isPlain && (framework === 'fastify' ? route.arguments === 2 : route.arguments >= 2);
}

function wire(route: HostRoute, framework: string): readonly Statement[] {
  const { file, of, first, nth, within } = route.call;
  const name = constantOf(route);
  const schema = { kind: 'import', module: `#host/http/routes/${nameOf(route)}.schema`, name } as const;
  const place = { of, first, nth, ...(within === undefined ? {} : { within }) };
  const isNest = framework === 'nest';
  const check = isNest ? `valid(${name}.body)` : `checkRequest(${name})`;
  const text = framework === 'fastify' ? `{ preHandler: ${check} }` : check;
  return [
    inSource(file, schema),
    inSource(file, {
      kind: 'import',
      module: isNest ? '#host/http/validate' : '#host/http/check-request',
      name: isNest ? 'valid' : 'checkRequest',
    }),
    inSource(file, { kind: 'pass', ...place, where: isNest ? 'last' : 'before-last', text }),
  ];
}

function byHand(route: HostRoute): Statement {
  const { file, line } = route.call;
  return note(
    `${route.method} ${route.path} at \`${file}:${line}\` is registered in a way that can’t be extended: use \`${constantOf(route)}\` there yourself.`,
  );
}
