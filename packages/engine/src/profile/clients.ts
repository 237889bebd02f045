import type { HostClient } from '@joinery/kit';
import type { SourceText } from './import-graph.ts';

/** How a client is made, by the package that it comes from. A file must import that package itself. */
const MADE: Readonly<Record<string, RegExp>> = {
  '@prisma/client': /new\s+PrismaClient\s*\(/,
  ioredis: /new\s+(?:IO)?Redis\s*\(/i,
  kafkajs: /new\s+(?:\w+\.)?Kafka\s*\(/,
  knex: /(?:^|[^\w.])knex\s*\(|knex\.default\s*\(/i,
  mongodb: /new\s+(?:\w+\.)?MongoClient\s*\(/,
  mysql2: /(?:\w+\.)?createPool\s*\(/,
  'mysql2/promise': /(?:\w+\.)?createPool\s*\(/,
  pg: /new\s+(?:\w+\.)?Pool\s*\(/,
  redis: /(?:\w+\.)?createClient\s*\(/,
  sequelize: /new\s+(?:\w+\.)?Sequelize\s*\(/,
  typeorm: /new\s+(?:\w+\.)?DataSource\s*\(/,
};

/** `const name = await new …`; a type that is written out must be one plain name, so that it can be nothing else. */
const CONSTANT = /^(export\s+)?const\s+(\w+)\s*(?::\s*[\w.]+(?:<[^=|&]*>)?\s*)?=\s*(?:await\s+)?(?=\S)/gm;

/**
 * Find the clients of databases, caches and queues that the host's own code makes and exports; nearest the entry first.
 * Generated files are not counted.
 */
export function findClients(sources: readonly SourceText[], platformFolder: string): readonly HostClient[] {
  return sources
    .filter(({ file }) => file.endsWith('.ts') && !file.startsWith(`${platformFolder}/`))
    .flatMap((source) => clientsIn(source));
}

function clientsIn({ file, text }: SourceText): readonly HostClient[] {
  const makers = Object.entries(MADE).filter(([name]) => imports(text, name));
  if (makers.length === 0) return [];
  return [...text.matchAll(CONSTANT)].flatMap((match) => {
    const [whole, exported, name = ''] = match;
    const rest = text.slice(match.index + whole.length);
    const maker = makers.find(([, made]) => new RegExp(`^(?:${made.source})`, made.flags).test(rest));
    if (maker === undefined) return [];
    const known = exported === undefined ? exportedAs(text, name) : name;
    if (known === undefined) return [];
    const evidence = `${file}:${text.slice(0, match.index).split('\n').length}`;
    return [{ package: maker[0], file, name: known, evidence }];
  });
}

function imports(text: string, name: string): boolean {
  const own = name === '@prisma/client' ? String.raw`@prisma/client|[^"'\n]*/generated/prisma[^"'\n]*` : name;
  return new RegExp(String.raw`(?:\bfrom|\brequire\s*\()\s*["'](?:${own})["']`).test(text);
}

/** `export { pool }`, `export { pool as database }` */
function exportedAs(text: string, name: string): string | undefined {
  for (const [, list = ''] of text.matchAll(/^export\s*\{([^}]*)\}(?!\s*from)/gm)) {
    for (const each of list.split(',')) {
      const [own, , as = own] = each.trim().split(/\s+/);
      if (own === name && as !== 'default') return as;
    }
  }
  return undefined;
}
