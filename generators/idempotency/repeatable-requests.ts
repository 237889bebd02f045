import {
  type Code,
  code,
  contribute,
  from,
  type HostRoute,
  inSource,
  instance,
  note,
  type PlanContext,
  type Statement,
  template,
} from '@joinery/kit';

const NAME = 'idempotentRequests';

/** Have the requests of unsafe routes be done once, where their body is parsed. */
export function repeatableRequests(context: PlanContext<unknown>): readonly Statement[] {
  const { framework, code: hostCode, has } = context;
  const holds = framework === 'express' || framework === 'fastify' || framework === 'node-http';
  const create = code`${from('createIdempotentRequests', '#host/idempotency/idempotent-requests')}(${instance('idempotency')}${scope(has)})`;
  const files = [
    template('idempotency/http.ts', 'idempotency/http.ts'),
    ...(holds ? [template('idempotency/held-answer.ts', 'idempotency/held-answer.ts')] : []),
    template(`${framework}/idempotency/idempotent-requests.ts`, 'idempotency/idempotent-requests.ts'),
  ];
  const declared = contribute('platform.instances', { name: NAME, value: create });
  if (framework === 'node-http') return [...files, declared];
  if (framework === 'express' || framework === 'koa')
    return [...files, declared, ...hostCode.routes().filter(isUnsafe).flatMap(wire)];
  // An interceptor: it runs where the body is parsed, which middleware of Nest does not.
  if (framework === 'nest')
    return [...files, contribute('http.errors', { name: NAME, stage: 'report', install: create })];
  const install = contribute('http.middleware', { name: NAME, phase: 'authorize', install: create });
  return [...files, install];
}

/** Whoever is known to ask owns a key; else whoever has the credentials. */
function scope(has: (name: string) => boolean): Code {
  if (!has('request-context')) return code``;
  return code`, { scope: () => ${from('requestContext', '#host/context/request-context')}()?.actor }`;
}

function isUnsafe({ method }: HostRoute): boolean {
  return method === 'POST' || method === 'PATCH';
}

function wire({ method, path, call, arguments: count }: HostRoute): readonly Statement[] {
  const { file, line, of, first, nth } = call;
  if (count < 2 || !/^['"`]/.test(first))
    return [
      note(
        `${method} ${path} at \`${file}:${line}\` is registered in a way that can’t be extended: put \`${NAME}\` before its handler yourself.`,
      ),
    ];
  return [
    inSource(file, { kind: 'import', module: '#host/index', name: NAME }),
    inSource(file, { kind: 'pass', of, first, nth, where: 'before-last', text: NAME }),
  ];
}
