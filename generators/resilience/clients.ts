import {
  code,
  file,
  from,
  type HostCode,
  join,
  literal,
  note,
  type Profile,
  refuse,
  type Statement,
  startFile,
  template,
} from '@joinery/kit';
import { boundCalls, type Found, foundIn } from './bound-calls.ts';
import { FETCH, LIBRARIES, OTHERS } from './libraries.ts';

export type Clients = Readonly<Record<string, { readonly files?: readonly string[] }>>;

/** What a plan of clients looks at. */
interface Context {
  readonly host: Pick<Profile, 'dependencies'>;
  readonly code: HostCode;
}

const CALLABLE = [...LIBRARIES.flatMap(({ calls }) => calls), ...OTHERS];

/** A client for each upstream that is named, which the calls in its files go through; other calls are told of. */
export function clientsOf(clients: Clients, context: Context): readonly Statement[] {
  const planned = Object.entries(clients).map(([name, { files = [] }]) => clientOf(name, files, context));
  const needed = new Set(planned.flatMap(({ found }) => found.map(({ library }) => library.file)));
  needed.delete(FETCH.file);
  return [
    ...[...needed].sort().map((name) => template(`resilience/${name}.ts`, `resilience/${name}.ts`)),
    ...planned.flatMap(({ statements }) => statements),
    ...unbounded(clients, context.code),
  ];
}

interface PlannedClient {
  readonly found: readonly Found[];
  readonly statements: readonly Statement[];
}

function clientOf(name: string, files: readonly string[], context: Context): PlannedClient {
  const place = 'joinery.json#features.resilience.options.clients';
  if (!/^[a-z][\w-]*$/i.test(name)) {
    const refusal = refuse(`\`${name}\` can’t be the name of an upstream.`, 'Use letters, digits and `-`.', [
      place,
    ]);
    return { found: [], statements: [refusal] };
  }
  const variable = name.replace(/[-_]+(\w)/g, (_, letter: string) => letter.toUpperCase());
  const module = `resilience/clients/${name}`;
  const found = files.map((path) => foundIn(path, variable, context.code));
  const way = { module: `#host/${module}`, dependencies: context.host.dependencies };
  return {
    found: found.flat(),
    statements: [
      ...modules(name, variable, found.flat()),
      ...files.flatMap((path, index) => {
        const here = found[index] ?? [];
        return here.length === 0 ? [callsNothing(path, place)] : boundCalls(path, variable, here, way);
      }),
    ],
  };
}

/** How an upstream is called, which is people's to say, and what calls it. */
function modules(name: string, variable: string, found: readonly Found[]): readonly Statement[] {
  const module = `resilience/clients/${name}`;
  const policy = from(`${variable}Policy`, `#host/${module}.policy`);
  const makers = new Map(found.map(({ library }) => [library.suffix, library]));
  const constants = [...makers.values()].map(
    ({ suffix, make, file }) => code`
/** ${HOW[suffix] ?? ''} */
export const ${variable}${suffix} = ${from(make, `#host/resilience/${file}`)}(${variable});
`,
  );
  return [
    startFile(
      `${module}.policy.ts`,
      code`/** How \`${name}\` is called; what is not said is as for every upstream. */
export const ${variable}Policy: Partial<${from('ClientSettings', '#host/resilience/client', 'type')}> = {};
`,
    ),
    file(
      `${module}.ts`,
      code`/** \`${name}\`, within limits of time and number: \`${variable}.call((signal) => …, { repeatable: false })\`. */
export const ${variable} = ${from('serviceResilience', '#host/resilience/service-resilience')}.client(${literal(name)}, ${policy});
${join(constants, '')}`,
    ),
  ];
}

/** What each constant is for. */
const HOW: Readonly<Record<string, string>> = {
  Fetch: '`fetch`, through it.',
  Axios: 'An axios or an instance of it, through it.',
  Got: 'A got or an instance of it, through it.',
  Request: 'undici’s `request`, through it.',
};

function callsNothing(path: string, place: string): Statement {
  return refuse(
    `\`${path}\` has no call of \`fetch\`, axios, got or undici’s \`request\` that could be bounded.`,
    'Name the file that makes the calls, or the instance that they are made with; or take it out of the client’s files.',
    [path, place],
  );
}

function unbounded(clients: Clients, hostCode: HostCode): readonly Statement[] {
  const bounded = new Set(Object.values(clients).flatMap(({ files = [] }) => files));
  const calls = hostCode
    .calls(CALLABLE)
    .filter(({ means, file }) => OTHERS.includes(means) || !bounded.has(file));
  if (calls.length === 0) return [];
  const shown = calls.slice(0, 10).map(({ file, line, means }) => `\`${file}:${line}\` (${means})`);
  const more = calls.length > shown.length ? `, and ${calls.length - shown.length} more` : '';
  return [
    note(
      `Other services are called without limits at ${shown.join(', ')}${more}. \`joinery generate resilience <upstream> --files <file>\` bounds the calls of \`fetch\`, axios, got and undici’s \`request\` in a file; call others through \`serviceResilience.client('<upstream>').call((signal) => …)\`.`,
    ),
  ];
}
