import {
  type Code,
  type Contributed,
  code,
  contribute,
  convertConsoleCalls,
  definePlan,
  from,
  instance,
  join,
  type Profile,
  template,
} from '@joinery/kit';
import { accessLogger, accessNotes } from './access-loggers.ts';
import type { Library } from './library.ts';
import { exported, isExported, logExport } from './log-export.ts';
import { consoleNotes, frameworkNotes } from './notes.ts';
import { logFiles, type ServiceLog, serviceLog } from './service-log.ts';

interface Options {
  readonly library: Library | 'auto';
  readonly level: string;
  readonly consoleCalls: 'list' | 'convert';
}

const logger = instance('logger');
const SERVICE_LOGGER = '#host/logging/service-logger';

export default definePlan<Options>({
  statements: ({ host, framework, options, tier, has }) => {
    return [
      ...['access-log', 'logger', 'redacted'].map((name) =>
        template(`logging/${name}.ts`, `logging/${name}.ts`),
      ),
      ...logFiles(host, options),
      contribute('http.observers', {
        name: 'logging',
        observer: code`${from('createAccessLog', '#host/logging/access-log')}(${logger}, ${instance('logFields')}${accessOptions(host, has('problem-errors'))})`,
      }),
      ...(framework === 'nest' && accessLogger(host) !== 'nestjs-pino'
        ? [
            template('nest/logging/nest-logger.ts', 'logging/nest-logger.ts'),
            contribute('platform.instances', {
              name: 'nestLogger',
              value: code`${from('useForNest', '#host/logging/nest-logger')}(${logger})`,
            }),
          ]
        : []),
      ...(options.consoleCalls === 'convert'
        ? [
            template('logging/service-logger.ts', 'logging/service-logger.ts'),
            convertConsoleCalls(SERVICE_LOGGER, 'logger'),
          ]
        : consoleNotes(host)),
      ...(isExported(tier, has) ? logExport() : []),
      ...accessNotes(host),
      ...(accessLogger(host) === undefined ? frameworkNotes(framework) : []),
    ];
  },
  slots: {
    'log.fields': (sources, { host, options, tier, has }) => [
      contribute('platform.instances', { name: 'logFields', value: sourceList(sources) }),
      contribute('platform.instances', {
        name: 'logger',
        value: loggerFrom(serviceLog(host, options), options, isExported(tier, has)),
      }),
    ],
  },
});

function accessOptions(host: Profile, errorsAreLogged: boolean): string {
  if (accessLogger(host) !== undefined) return ', { linesElsewhere: true }';
  return errorsAreLogged ? '' : ', { withErrors: true }';
}

function loggerFrom(log: ServiceLog, { consoleCalls }: Options, isSent: boolean): Code {
  const sent = isSent ? exported(log) : log.logger;
  return consoleCalls === 'convert' ? code`${from('useServiceLogger', SERVICE_LOGGER)}(${sent})` : sent;
}

/** The type is said, so that an empty list is one of sources, too. */
function sourceList(sources: readonly Contributed<'log.fields'>[]): Code {
  const list = join(
    sources.map(({ fields }) => fields),
    ', ',
  );
  return code`${from('fieldSources', '#host/logging/logger')}([${list}])`;
}
