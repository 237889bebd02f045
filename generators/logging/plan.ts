import {
  type Code,
  type Contributed,
  code,
  contribute,
  definePlan,
  from,
  instance,
  join,
  literal,
  template,
} from '@joinery/kit';
import { chooseLibrary, type Library, libraryDependency } from './library.ts';
import { notes } from './notes.ts';

interface Options {
  readonly library: Library | 'auto';
  readonly level: string;
}

const env = from('env', '#host/config/env');
const logger = instance('logger');

export default definePlan<Options>({
  statements: ({ host, framework, options }) => {
    const library = chooseLibrary(options.library, host);
    return [
      ...['access-log', 'logger', 'redacted'].map((name) =>
        template(`logging/${name}.ts`, `logging/${name}.ts`),
      ),
      template(`${library}/logging/create-logger.ts`, 'logging/create-logger.ts'),
      ...(library === 'pino'
        ? [template('pino/logging/gathered-on-stdout.ts', 'logging/gathered-on-stdout.ts')]
        : []),
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
        observer: code`${from('createAccessLog', '#host/logging/access-log')}(${logger}, ${instance('logFields')})`,
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
      ...notes(framework, host),
    ];
  },
  slots: {
    'log.fields': (sources, { host }) => [
      contribute('platform.instances', { name: 'logFields', value: sourceList(sources) }),
      contribute('platform.instances', {
        name: 'logger',
        value: code`${from('createLogger', '#host/logging/create-logger')}({
  service: ${from('serviceName', '#host/logging/logger')}(${literal(host.service.name)}),
  level: ${env}.LOG_LEVEL,
  sources: ${instance('logFields')},
})`,
      }),
    ],
  },
});

/** The type is said, so that an empty list is one of sources, too. */
function sourceList(sources: readonly Contributed<'log.fields'>[]): Code {
  const list = join(
    sources.map(({ fields }) => fields),
    ', ',
  );
  return code`${from('fieldSources', '#host/logging/logger')}([${list}])`;
}
