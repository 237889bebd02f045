import { type Code, type Contributed, code, from, type HostRoute, join, literal } from '@joinery/kit';

const z = from('z', '#host/openapi/zod');

/** The routes that were found in people's code, with the schemas that their requests are checked by. */
export function foundRoutes(
  routes: readonly HostRoute[],
  drafts: readonly Contributed<'api.routes'>[],
): Code {
  const found = new Map(routes.map((route) => [`${route.method} ${pathOf(route)}`, route]));
  const entries = [...found.values()].map((route) => entryOf(route, drafts));
  return code`/**
 * The routes that were found in the code of this service, as of the last \`joinery apply\`.
 * Describe one in \`routes.ts\`, and it counts as it is said there.
 */
export const foundRoutes: readonly ${from('Route', '#host/openapi/route', 'type')}[] = [
${join(entries, '\n')}
];
`;
}

function entryOf(route: HostRoute, drafts: readonly Contributed<'api.routes'>[]): Code {
  const { method, path } = route;
  const schemas = drafts.find((draft) => draft.method === method && draft.path === path)?.schemas;
  const names = [...path.matchAll(/:(\w+)/g)].map((each) => code`${each[1] ?? ''}: ${z}.string()`);
  const params = names.length === 0 ? code`` : code`    params: ${z}.object({ ${names} }),\n`;
  return code`  {
    method: ${literal(method.toLowerCase())},
    path: ${literal(pathOf(route))},
    summary: ${literal(`${method} ${path}`)},
${schemas === undefined ? params : code`    ...${schemas},\n`}    responses: {},
  },`;
}

/** As OpenAPI writes it: `/orders/{id}`. */
function pathOf({ path }: HostRoute): string {
  return path.replace(/:(\w+)(?:\([^)]*\))?[?*+]?/g, '{$1}');
}
