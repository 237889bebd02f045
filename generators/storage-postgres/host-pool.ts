import { type Code, code, type HostClient, lazily, type Profile } from '@joinery/kit';

/** The pools that the service exports, in files that the platform can name. */
export function exportedPools({ clients, sourceRoot }: Profile): readonly HostClient[] {
  const isBelow = ({ file }: HostClient) => sourceRoot === '' || file.startsWith(`${sourceRoot}/`);
  return clients.filter((one) => one.package === 'pg' && isBelow(one));
}

/** The pool itself, in an async function: its file may import from the platform. */
export function loaded({ file, name }: HostClient, { sourceRoot }: Profile): Code {
  const below = sourceRoot === '' ? file : file.slice(sourceRoot.length + 1);
  return code`(await ${lazily(`#source/${below.replace(/\.ts$/, '')}`)}).${name}`;
}

/** What to say where the service has a pool, and the storage opens another one. */
export function otherPools(host: Profile): readonly string[] {
  const [first] = exportedPools(host);
  if (first === undefined) return [];
  return [
    `The service has a pool of \`pg\`, \`${first.name}\` (${first.evidence}), and \`storage\` opens one of its own beside it. \`"pool": "${first.name}"\` in joinery.json lets \`storage\` use that one, and what goes over it, as Drizzle and Kysely do, take part in its transactions.`,
  ];
}
