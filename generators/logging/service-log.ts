import {
  type Code,
  code,
  contribute,
  from,
  type HostClient,
  instance,
  literal,
  note,
  type Profile,
  type Statement,
  template,
} from '@joinery/kit';
import { chooseLibrary, type Library, libraryDependency, ownLogger } from './library.ts';

const LOG_FIELDS = instance('logFields');

/** What the log is written with, as an expression of the composition root. */
export interface ServiceLog {
  readonly logger: Code;
  readonly level: Code;
}

interface Options {
  readonly library: Library | 'auto';
  readonly level: string;
}

/** The files and settings of the logger: the service's own where it exports one, a new one otherwise. */
export function logFiles(host: Profile, { library, level }: Options): readonly Statement[] {
  const own = ownLogger(library, host);
  if (own !== undefined) {
    return [
      template(`${own.package}/logging/adopt-logger.ts`, 'logging/adopt-logger.ts'),
      ...besides(own.package),
      note(`The log goes on with \`${own.name}\` of \`${own.file}\`, its level and its format.`),
    ];
  }
  const chosen = chooseLibrary(library, host);
  return [
    template(`${chosen}/logging/create-logger.ts`, 'logging/create-logger.ts'),
    ...(chosen === 'pino'
      ? [template('pino/logging/gathered-on-stdout.ts', 'logging/gathered-on-stdout.ts')]
      : []),
    ...besides(chosen),
    template('logging/logging.check.ts', `logging/logging.${host.tests.suffix}.ts`),
    libraryDependency(chosen, host),
    contribute('env.variables', {
      name: 'LOG_LEVEL',
      type: 'string',
      default: level,
      description: 'From which level on lines are written: trace, debug, info, warn, error, fatal or silent.',
    }),
  ];
}

/** What the logger of a library needs, be it the service's own or a new one. */
function besides(library: string): readonly Statement[] {
  return library === 'winston'
    ? [template('winston/logging/winston-fields.ts', 'logging/winston-fields.ts')]
    : [];
}

export function serviceLog(host: Profile, { library }: Options): ServiceLog {
  const own = ownLogger(library, host);
  if (own !== undefined) return adopted(own, host);
  const level = code`${from('env', '#host/config/env')}.LOG_LEVEL`;
  return {
    level,
    logger: code`${from('createLogger', '#host/logging/create-logger')}({
  service: ${from('serviceName', '#host/logging/logger')}(${literal(host.service.name)}),
  level: ${level},
  sources: ${LOG_FIELDS},
})`,
  };
}

function adopted({ file, name }: HostClient, { sourceRoot }: Profile): ServiceLog {
  const below = (sourceRoot === '' ? file : file.slice(sourceRoot.length + 1)).replace(/\.ts$/, '');
  // Not by its name, which is often that of our own constant.
  const own = code`${from('ownLogging', `#source/${below}`, 'namespace')}.${name}`;
  return {
    logger: code`${from('adoptLogger', '#host/logging/adopt-logger')}(${own}, ${LOG_FIELDS})`,
    level: code`${own}.level`,
  };
}
