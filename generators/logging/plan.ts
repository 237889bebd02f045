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
  literal,
  type Profile,
  template,
} from '@joinery/kit';
import { chooseLibrary, type Library, libraryDependency } from './library.ts';
import { exported, isExported, logExport } from './log-export.ts';
import { consoleNotes, frameworkNotes } from './notes.ts';

interface Options {
  readonly library: Library | 'auto';
  readonly level: string;
  readonly consoleCalls: 'list' | 'convert';
}

const env = from('env', '#host/config/env');
const logger = instance('logger');
const SERVICE_LOGGER = '#host/logging/service-logger';

export default definePlan<Options>({
  statements: ({ host, framework, options, tier, has }) => {
    const library = chooseLibrary(options.library, host);
    return [
      ...['access-log', 'logger', 'redacted'].map((name) =>
        template(`logging/${name}.ts`, `logging/${name}.ts`),
      ),
      template(`${library}/logging/create-logger.ts`, 'logging/create-logger.ts'),
      template('logging/logging.check.ts', `logging/logging.${host.tests.suffix}.ts`),
      libraryDependency(library, host),
      contribute('env.variables', {
        name: 'LOG_LEVEL',
        type: 'string',
        default: options.level,
        description:
          'From which level on lines are written: trace, debug, info, warn, error, fatal or silent.',
      }),
      contribute('http.observers', {
        name: 'logging',
        observer: code`${from('createAccessLog', '#host/logging/access-log')}(${logger}, ${instance('logFields')}${has('problem-errors') ? '' : ', { withErrors: true }'})`,
      }),
      ...(framework === 'nest'
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
      ...frameworkNotes(framework),
    ];
  },
  slots: {
    'log.fields': (sources, { host, options, tier, has }) => [
      contribute('platform.instances', { name: 'logFields', value: sourceList(sources) }),
      contribute('platform.instances', {
        name: 'logger',
        value: loggerFrom(created(host), options, isExported(tier, has)),
      }),
    ],
  },
});

function created({ service }: Profile): Code {
  return code`${from('createLogger', '#host/logging/create-logger')}({
  service: ${from('serviceName', '#host/logging/logger')}(${literal(service.name)}),
  level: ${env}.LOG_LEVEL,
  sources: ${instance('logFields')},
})`;
}

function loggerFrom(made: Code, { consoleCalls }: Options, isSent: boolean): Code {
  const sent = isSent ? exported(made) : made;
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
