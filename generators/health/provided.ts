import {
  type Code,
  code,
  contribute,
  from,
  type HostProvider,
  instance,
  join,
  lazily,
  literal,
  type Profile,
  type Statement,
} from '@joinery/kit';
import { CLIENTS } from './clients.ts';

/** What a client is when the token that it is injected by does not tell. */
const TYPES: Readonly<Record<string, string>> = {
  ioredis: 'Redis',
  kafkajs: 'Kafka',
  knex: 'Knex',
  mongodb: 'MongoClient',
  mongoose: 'Connection',
  mysql2: 'Pool',
  'mysql2/promise': 'Pool',
  pg: 'Pool',
  redis: 'RedisClientType',
  sequelize: 'Sequelize',
  typeorm: 'DataSource',
};

/** Add a check of each client that Nest provides, once it provides it; `numbered` gives each a name of its own. */
export function providedChecks(
  { providers, sourceRoot }: Pick<Profile, 'providers' | 'sourceRoot'>,
  numbered: (name: string) => string,
): readonly Statement[] {
  const checks = [...providers]
    .sort((a, b) => (a.evidence < b.evidence ? -1 : 1))
    .flatMap((provider) => {
      const known = CLIENTS[provider.package];
      if (known === undefined) return [];
      const { name, critical, timeoutMs, ask } = known;
      const timeout = timeoutMs === undefined ? '' : `\n      timeoutMs: ${timeoutMs},`;
      const check = code`async () => ${ask(given(provider, sourceRoot))}`;
      return [
        code`    ${instance('health')}.addCheck({
      name: ${literal(numbered(name))},
      critical: ${critical},${timeout}
      check: ${check},
    });`,
      ];
    });
  if (checks.length === 0) return [];
  const modules = from('ModuleRef', '@nestjs/core');
  return [
    contribute('nest.providers', {
      name: 'health',
      provider: code`{
  provide: 'platform.health',
  useFactory: (modules: ${modules}) => {
${join(checks, '\n')}
    return ${instance('health')};
  },
  inject: [${modules}],
}`,
    }),
  ];
}

/** The client, as it is injected. A file of people's is loaded by the check itself: it may need the platform. */
function given({ package: name, token }: HostProvider, sourceRoot: string): Code {
  const get = (type: Code | '', key: Code) => code`modules.get${type}(${key}, { strict: false })`;
  switch (token.kind) {
    case 'package': {
      const key = from(token.name, token.module);
      return token.called ? get(typeOf(name), code`${key}()`) : get('', code`${key}`);
    }
    case 'source': {
      const below = sourceRoot === '' ? token.file : token.file.slice(sourceRoot.length + 1);
      const key = code`(await ${lazily(`#source/${below.replace(/\.ts$/, '')}`)}).${token.name}`;
      return get(name === '@prisma/client' ? '' : typeOf(name), key);
    }
    case 'text':
      return get(typeOf(name), code`${literal(token.value)}`);
  }
}

function typeOf(name: string): Code | '' {
  const type = TYPES[name];
  return type === undefined ? '' : code`<${from(type, name, 'type')}>`;
}
