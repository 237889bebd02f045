import {
  code,
  contribute,
  from,
  type HostCall,
  type HostCode,
  inSource,
  instance,
  literal,
  note,
  refuse,
  type Statement,
  startFile,
} from '@joinery/kit';

export type Clients = Readonly<Record<string, { readonly files?: readonly string[] }>>;

/** How other services are called. */
const CALLS = [
  'fetch',
  'node-fetch',
  'undici.fetch',
  'undici.request',
  'got',
  'axios',
  ...['create', 'get', 'post', 'put', 'patch', 'delete', 'request'].map((name) => `axios.${name}`),
];

/** A client for each upstream that is named, in place of `fetch` in the files that call it; the other calls are told of. */
export function clientsOf(clients: Clients, hostCode: HostCode): readonly Statement[] {
  const bounded = new Set(Object.values(clients).flatMap(({ files = [] }) => files));
  return [
    ...Object.entries(clients).flatMap(([name, { files = [] }]) => clientOf(name, files)),
    ...unbounded(hostCode.calls(CALLS).filter(({ means, file }) => means !== 'fetch' || !bounded.has(file))),
  ];
}

function clientOf(name: string, files: readonly string[]): readonly Statement[] {
  if (!/^[a-z][\w-]*$/i.test(name))
    return [
      refuse(`\`${name}\` can’t be the name of an upstream.`, 'Use letters, digits and `-`.', [
        'joinery.json#features.resilience.options.clients',
      ]),
    ];
  const variable = name.replace(/[-_]+(\w)/g, (_, letter: string) => letter.toUpperCase());
  const module = `resilience/clients/${name}.policy`;
  const send = `${variable}Fetch`;
  return [
    startFile(
      `${module}.ts`,
      code`/** How \`${name}\` is called; what is not said is as for every upstream. */
export const ${variable}Policy: Partial<${from('ClientSettings', '#host/resilience/client', 'type')}> = {};
`,
    ),
    contribute('platform.instances', {
      name: send,
      value: code`${from('resilientFetch', '#host/resilience/resilient-fetch')}(${instance('resilience')}.client(${literal(name)}, ${from(`${variable}Policy`, `#host/${module}`)}))`,
    }),
    ...files.flatMap((file) => [
      inSource(file, { kind: 'import', module: '#host/index', name: send }),
      inSource(file, { kind: 'redirect', of: 'fetch', with: send }),
    ]),
  ];
}

function unbounded(calls: readonly HostCall[]): readonly Statement[] {
  if (calls.length === 0) return [];
  const shown = calls.slice(0, 10).map(({ file, line, means }) => `\`${file}:${line}\` (${means})`);
  const more = calls.length > shown.length ? `, and ${calls.length - shown.length} more` : '';
  return [
    note(
      `Other services are called without limits at ${shown.join(', ')}${more}. \`joinery generate resilience <upstream> --files <file>\` bounds the calls of \`fetch\` in a file; call others through \`resilience.client('<upstream>').call((signal) => …)\`.`,
    ),
  ];
}
