import {
  code,
  contribute,
  type Framework,
  type HealthCheck,
  type HostClient,
  type HostCode,
  lazily,
  type NoteStatement,
  note,
  type Profile,
  type Statement,
  template,
} from '@joinery/kit';
import { CLIENTS, type ClientCheck } from './clients.ts';
import { mongooseChecks } from './mongoose.ts';
import { providedChecks } from './provided.ts';
import { upstreamChecks } from './upstreams.ts';

/**
 * Ask whatever the service depends on whether it is there: where a client is exported, the check is made of it; where it is
 * not, people are told which check to add.
 */
export function dependencyChecks(
  host: Profile,
  framework: Framework,
  hostCode: HostCode,
): readonly Statement[] {
  const wired = clientsOf(host).map((client) => [client, CLIENTS[client.package]] as const);
  const checks = wired.flatMap(([client, known]) =>
    known === undefined ? [] : [check(client, known, host)],
  );
  const mongoose = mongooseChecks(host, hostCode);
  const upstreams = upstreamChecks(host);
  const names = new Map<string, number>();
  return [
    ...(upstreams.length === 0 ? [] : [template('health/upstream.ts', 'health/upstream.ts')]),
    ...[...checks, ...mongoose, ...upstreams].map((one) =>
      contribute('health.checks', { ...one, name: numbered(one.name, names) }),
    ),
    ...providedChecks(host, (name) => numbered(name, names)),
    ...suggestions(host, framework, [
      ...(mongoose.length > 0 ? ['mongoose'] : []),
      ...host.providers.map((provider) => packageOf(provider.package)),
    ]),
  ];
}

/** In an order that does not depend on which file is nearer; only files that the platform can name. */
function clientsOf({ clients, sourceRoot }: Profile): readonly HostClient[] {
  const isBelow = ({ file }: HostClient) => sourceRoot === '' || file.startsWith(`${sourceRoot}/`);
  return clients.filter(isBelow).sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

function placeOf({ file, name }: HostClient): string {
  return `${file} ${name}`;
}

function check(client: HostClient, known: ClientCheck, { sourceRoot }: Profile): HealthCheck {
  const below = sourceRoot === '' ? client.file : client.file.slice(sourceRoot.length + 1);
  const exported = code`(await ${lazily(`#source/${below.replace(/\.ts$/, '')}`)}).${client.name}`;
  return {
    name: known.name,
    critical: known.critical,
    ...(known.timeoutMs === undefined ? {} : { timeoutMs: known.timeoutMs }),
    check: code`async () => ${known.ask(exported)}`,
  };
}

/** `postgresql`, `postgresql-2` */
function numbered(name: string, names: Map<string, number>): string {
  const count = (names.get(name) ?? 0) + 1;
  names.set(name, count);
  return count === 1 ? name : `${name}-${count}`;
}

function suggestions(
  host: Profile,
  framework: Framework,
  asked: readonly string[],
): readonly NoteStatement[] {
  const { dependencies, platformFolder } = host;
  const found = new Set([...asked, ...clientsOf(host).map((client) => packageOf(client.package))]);
  const missing = Object.entries(CLIENTS).filter(
    ([name]) => dependencies[name]?.dev === false && !found.has(name),
  );
  return missing.map(([name, { name: check, critical, snippet }]) => {
    const added = `{ name: '${check}', critical: ${critical}, check: ${snippet} }`;
    const where =
      framework === 'nest'
        ? `where the client is injected, call \`health.addCheck(${added})\` with it; \`health\` is exported by \`${platformFolder}/index.ts\``
        : `add \`${added}\`, with its own client, to \`${platformFolder}/health/checks.ts\`, or export the client by name as a constant`;
    return note(`The service depends on \`${name}\`. Let readiness know: ${where}.`);
  });
}

/** The package of `mysql2/promise`. */
function packageOf(module: string): string {
  return module.startsWith('@') ? module : (module.split('/')[0] ?? module);
}
