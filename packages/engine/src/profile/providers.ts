import type { HostProvider } from '@joinery/kit';
import { MADE } from './clients.ts';
import type { SourceText } from './import-graph.ts';

/** Modules of Nest's that provide a client, by what they are called and the package that they come from. */
const MODULES: readonly {
  readonly call: string;
  readonly from: string;
  readonly provider: Pick<HostProvider, 'package' | 'token'>;
}[] = [
  {
    call: 'TypeOrmModule',
    from: '@nestjs/typeorm',
    provider: { package: 'typeorm', token: { kind: 'package', name: 'DataSource', module: 'typeorm' } },
  },
  {
    call: 'MongooseModule',
    from: '@nestjs/mongoose',
    provider: {
      package: 'mongoose',
      token: { kind: 'package', name: 'getConnectionToken', module: '@nestjs/mongoose', called: true },
    },
  },
  {
    call: 'SequelizeModule',
    from: '@nestjs/sequelize',
    provider: {
      package: 'sequelize',
      token: { kind: 'package', name: 'Sequelize', module: 'sequelize-typescript' },
    },
  },
];

const PRISMA_CLASS = /\bexport\s+class\s+(\w+)\s+extends\s+PrismaClient\b/g;
const CUSTOM =
  /\bprovide\s*:\s*(?:["']([^"'\n]+)["']|(\w+))\s*,\s*(?:inject\s*:\s*\[[^\]]*\]\s*,\s*)?(?:useValue\s*:\s*|useFactory\s*:\s*(?:async\s*)?\([^)]*\)\s*(?::[^={]+)?=>\s*(?:\{(?:(?!\breturn\b)[^}])*\breturn\s+)?)(?:await\s+)?(?=\S)/g;

/**
 * Find the clients that a Nest service provides, where nothing is open to doubt: the one of a client's own module, a class that
 * extends Prisma's client, and what a provider with a token of its own makes and gives as it is.
 */
export function findProviders(sources: readonly SourceText[]): readonly HostProvider[] {
  return sources.flatMap((source) => [
    ...ofModules(source),
    ...ofClasses(source, sources),
    ...ofTokens(source, sources),
  ]);
}

function ofModules({ file, text }: SourceText): readonly HostProvider[] {
  return MODULES.flatMap(({ call, from, provider }) => {
    if (!imports(text, from)) return [];
    const made = [...text.matchAll(new RegExp(String.raw`\b${call}\.forRoot(?:Async)?\s*\(`, 'g'))];
    const [match] = made;
    // Of several connections, or one with a name, the token is not the usual one.
    const isUsual = made.length === 1 && !/\b(?:name|connectionName)\s*:/.test(text.slice(match?.index));
    return match !== undefined && isUsual ? [{ ...provider, evidence: place(file, text, match.index) }] : [];
  });
}

function ofClasses({ file, text }: SourceText, sources: readonly SourceText[]): readonly HostProvider[] {
  if (!/["'](?:@prisma\/client|[^"'\n]*\/generated\/prisma[^"'\n]*)["']/.test(text)) return [];
  return [...text.matchAll(PRISMA_CLASS)].flatMap((match) => {
    const [, name = ''] = match;
    const listed = new RegExp(String.raw`\bproviders\s*:\s*\[[^\]]*\b${name}\b`);
    if (!sources.some((source) => listed.test(source.text))) return [];
    const token = { kind: 'source', name, file } as const;
    return [{ package: '@prisma/client', token, evidence: place(file, text, match.index) }];
  });
}

function ofTokens({ file, text }: SourceText, sources: readonly SourceText[]): readonly HostProvider[] {
  const makers = Object.entries(MADE).filter(([name]) => imports(text, name));
  if (makers.length === 0) return [];
  return [...text.matchAll(CUSTOM)].flatMap((match) => {
    const [whole, word, constant = ''] = match;
    const rest = text.slice(match.index + whole.length);
    const maker = makers.find(([, made]) => new RegExp(`^(?:${made.source})`, made.flags).test(rest));
    const token =
      word === undefined ? constantOf(constant, sources) : ({ kind: 'text', value: word } as const);
    if (maker === undefined || token === undefined) return [];
    return [{ package: maker[0], token, evidence: place(file, text, match.index) }];
  });
}

/** A token that another file exports. The entry is none: whoever loads that starts the service. */
function constantOf(name: string, sources: readonly SourceText[]): HostProvider['token'] | undefined {
  const exported = new RegExp(String.raw`^export\s+const\s+${name}\b`, 'm');
  const found = sources.slice(1).find(({ text }) => exported.test(text));
  return found === undefined ? undefined : { kind: 'source', name, file: found.file };
}

function imports(text: string, name: string): boolean {
  return text.includes(`'${name}'`) || text.includes(`"${name}"`);
}

function place(file: string, text: string, index: number): string {
  return `${file}:${text.slice(0, index).split('\n').length}`;
}
