import {
  type Code,
  code,
  contribute,
  from,
  type HostCall,
  type HostCode,
  inSource,
  note,
  type PlanContext,
  type Statement,
  startOption,
  template,
} from '@joinery/kit';

/** What parses bodies, by what it is called, and its option for how many bytes a body may have. */
const PARSERS: Readonly<Record<string, string>> = {
  'express.json': 'limit',
  'body-parser.json': 'limit',
  fastify: 'bodyLimit',
  'fastify.fastify': 'bodyLimit',
  '@nestjs/platform-fastify.FastifyAdapter': 'bodyLimit',
  'koa-bodyparser': 'jsonLimit',
  '@koa/bodyparser.bodyParser': 'jsonLimit',
  '@koa/bodyparser': 'jsonLimit',
  'koa-body': 'jsonLimit',
  'koa-body.koaBody': 'jsonLimit',
};

/** Bound the bodies that the service's own parser takes; a limit that people set stays. */
export function bodyLimit(
  bytes: number,
  { code: hostCode, framework, host }: Pick<PlanContext<unknown>, 'code' | 'framework' | 'host'>,
): readonly Statement[] {
  if (framework === 'hono')
    return [
      limit(code`${from('bodyLimit', 'hono/body-limit')}({ maxSize: ${from('BODY_LIMITS', '#host/http/body-limits')}.bytes, onError: () => {
  throw ${from('tooLarge', '#host/http/body')}();
} })`),
    ];
  if (framework === 'node-http')
    return [
      template('node-http/http/body-limit.ts', 'http/body-limit.ts'),
      limit(code`${from('bodyLimit', '#host/http/body-limit')}()`),
    ];
  if (framework === 'nest' && host.httpPlatform !== 'fastify') return nestLimit(bytes, hostCode);
  if (host.startedBy === 'fastify-cli') return [startOption('fastify', '--body-limit', String(bytes))];
  return hostCode.calls(Object.keys(PARSERS)).map((call) => bounded(call, bytes));
}

/** Nest mounts parsers of its own, unless somebody else has mounted one before. */
function nestLimit(bytes: number, hostCode: HostCode): readonly Statement[] {
  const own = hostCode.calls(Object.keys(PARSERS));
  if (own.length > 0) return own.map((call) => bounded(call, bytes));
  const [set] = hostCode.calls(['.useBodyParser']);
  if (set !== undefined)
    return [
      note(
        `\`${set.file}:${set.line}\` sets Nest’s parser of bodies: set \`limit: ${bytes}\` there, so that no larger body is read.`,
      ),
    ];
  return [
    template('nest/http/body-limit.ts', 'http/body-limit.ts'),
    contribute('nest.providers', {
      name: 'body-limit',
      provider: code`{ provide: 'platform.body-limit', useFactory: ${from('limitBodies', '#host/http/body-limit')}, inject: [${from('HttpAdapterHost', '@nestjs/core')}] }`,
    }),
  ];
}

function limit(install: Code): Statement {
  return contribute('http.middleware', { name: 'body-limit', phase: 'limit', install });
}

function bounded(call: HostCall, bytes: number): Statement {
  const { file, line, of, first, nth, means, given } = call;
  const name = PARSERS[means] ?? 'limit';
  if (given === 'other')
    return note(
      `\`${file}:${line}\` takes its options from elsewhere: set \`${name}: ${bytes}\` there, so that no larger body is read.`,
    );
  return inSource(file, { kind: 'option', of, first, nth, name, text: String(bytes) });
}
