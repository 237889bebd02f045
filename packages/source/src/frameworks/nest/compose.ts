import type { ComposePlatform, PlatformModel, Wiring } from '@joinery/engine';
import { type Code, type CodePart, code, from, join } from '@joinery/kit';
import { followServer, runStep } from '../compose-lifecycle.ts';
import {
  blocks,
  constants,
  HEADER,
  handlesFailures,
  handlesRequests,
  hasLifecycle,
  indented,
  mounts,
  requests,
} from '../compose-parts.ts';

/** Render `index.ts` with the instances, and `platform.module.ts`, which mounts them in Nest. */
export const composeNest: ComposePlatform = (model) => {
  const index = blocks([
    code`${HEADER}`,
    constants(model),
    hasLifecycle(model) ? supervise(model) : undefined,
    runStep(model),
  ]);
  const files = [{ to: 'index.ts', content: index }];
  const module = { to: 'platform.module.ts', content: platformModule(model) };
  return { files: usesModule(model) ? [...files, module] : files, wirings: wirings(model) };
};

function usesModule(model: PlatformModel): boolean {
  return handlesRequests(model) || handlesFailures(model) || model.providers.length > 0;
}

function supervise(model: PlatformModel): Code {
  const body = model.supervisor
    ? code`  ${model.supervisor}.supervise(app.getHttpServer(), app);`
    : code`  const server = app.getHttpServer();\n${followServer(model, 'server', '  ')}`;
  const app = code`${from('INestApplication', '@nestjs/common', 'type')}<${from('Server', 'node:net', 'type')}>`;
  return code`/** Start and stop in an orderly way with the app's server. Call it directly after the app is created. */
export function superviseApp(app: ${app}): void {
${body}
}`;
}

const ADAPTER_HOST = from('HttpAdapterHost', '@nestjs/core');

function platformModule(model: PlatformModel): Code {
  const imported = fromIndex(model);
  const decorator = from('Module', '@nestjs/common');
  if (!handlesRequests(model)) {
    return code`/** Answers and reports failures everywhere in the service. */
@${decorator}({${providers(imported)}})
export class PlatformModule {}
`;
  }
  const lines = mounts(requests(imported), (handler) => code`http.use(${handler});`, '    ');
  return code`/**
 * Mounts the features on the HTTP server itself, so that the global prefix, guards, pipes and versioning
 * of the service do not apply to them.
 */
@${decorator}({${providers(imported)}})
export class PlatformModule implements ${from('NestModule', '@nestjs/common', 'type')} {
  private readonly adapterHost: ${ADAPTER_HOST};

  constructor(adapterHost: ${ADAPTER_HOST}) {
    this.adapterHost = adapterHost;
  }

  configure(): void {
    const http = this.adapterHost.httpAdapter;
${join(lines, '\n')}
  }
}
`;
}

/** What sees failures: a filter that answers, interceptors that report; and what features provide. */
function providers(model: PlatformModel): Code {
  const failures = model.errors.map(({ stage, install }) => {
    const token = from(stage === 'answer' ? 'APP_FILTER' : 'APP_INTERCEPTOR', '@nestjs/core');
    return code`    { provide: ${token}, useFactory: ${indented(install, '    ')}, inject: [${ADAPTER_HOST}] },`;
  });
  const own = model.providers.map(({ provider }) => code`    ${indented(provider, '    ')},`);
  const lines = [...failures, ...own];
  return lines.length === 0 ? code`` : code`\n  providers: [\n${join(lines, '\n')}\n  ],\n`;
}

/** The instances live in `index.ts`; the module imports them from there. */
function fromIndex(model: PlatformModel): PlatformModel {
  const imported = (install: Code): Code => ({ kind: 'code', parts: install.parts.map(importInstance) });
  return {
    ...model,
    middleware: model.middleware.map((each) => ({ ...each, install: imported(each.install) })),
    routes: model.routes.map((each) => ({ ...each, install: imported(each.install) })),
    errors: model.errors.map((each) => ({ ...each, install: imported(each.install) })),
    providers: model.providers.map((each) => ({ ...each, provider: imported(each.provider) })),
  };
}

function importInstance(part: CodePart): CodePart {
  return typeof part !== 'string' && part.kind === 'instance' ? from(part.name, '#host/index') : part;
}

function wirings(model: PlatformModel): readonly Wiring[] {
  return [
    ...model.preloads.map(({ module }): Wiring => ({ kind: 'preload', module })),
    ...(usesModule(model)
      ? [{ kind: 'import-nest-module', symbol: 'PlatformModule', module: '#host/platform.module' } as const]
      : []),
    ...(hasLifecycle(model)
      ? [{ kind: 'supervise-server', symbol: 'superviseApp', module: '#host/index' } as const]
      : []),
  ];
}
