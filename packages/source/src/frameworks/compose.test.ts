import type { Composition, PlatformModel } from '@joinery/engine';
import { type Code, code, FRAMEWORKS, type Framework, from, instance } from '@joinery/kit';
import { type CaseFacts, profileOf } from '../testing/host.ts';
import { compose } from './compose.ts';

const EMPTY: PlatformModel = {
  instances: [],
  middleware: [],
  routes: [],
  errors: [],
  preloads: [],
  providers: [],
  start: [],
  shutdown: [],
};

const FULL: PlatformModel = {
  instances: [
    { name: 'atlas', value: code`${from('createAtlas', '#host/atlas/atlas')}()` },
    {
      name: 'lifecycle',
      value: code`${from('createLifecycle', '#host/lifecycle/lifecycle')}(${instance('atlas')})`,
    },
  ],
  middleware: [
    {
      name: 'measure',
      phase: 'observe',
      install: code`${from('measure', '#host/atlas/measure')}(${instance('atlas')})`,
    },
    { name: 'trace', phase: 'observe', install: code`${from('trace', '#host/atlas/trace')}()` },
    { name: 'guard', phase: 'protect', install: code`${from('guard', '#host/atlas/guard')}()` },
  ],
  routes: [
    { name: 'tiles', install: code`${from('tileRoutes', '#host/atlas/routes')}(${instance('atlas')})` },
  ],
  errors: [
    { name: 'track', stage: 'report', install: code`${from('track', '#host/atlas/track')}()` },
    {
      name: 'answer',
      stage: 'answer',
      install: code`${from('answer', '#host/atlas/answer')}(${instance('atlas')})`,
    },
  ],
  preloads: [{ name: 'env', module: '#host/config/env' }],
  supervisor: code`${instance('lifecycle')}`,
  providers: [],
  start: [],
  shutdown: [],
};

function composed(framework: Framework, model: PlatformModel, facts: CaseFacts = {}): Composition {
  return compose(model, profileOf({}, { framework, ...facts }));
}

function textOf(composition: Composition, to = 'index.ts'): string {
  const content: Code | undefined = composition.files.find((file) => file.to === to)?.content;
  return (content?.parts ?? []).map((part) => (typeof part === 'string' ? part : part.name)).join('');
}

test.each(FRAMEWORKS)('%s: an installation of several lines is indented as a whole', (framework) => {
  const install = code`${from('answer', '#host/atlas/answer')}({\n  log: console,\n})`;
  const composition = composed(framework, {
    ...EMPTY,
    errors: [{ name: 'answer', stage: 'answer', install }],
  });
  const text = composition.files.map(({ to }) => textOf(composition, to)).join('');
  const [, before = '', after = ''] = /^( *).*answer\(\{\n( *)log: console,\n\1\}\)/m.exec(text) ?? [];
  expect({ text, deeper: after.length - before.length }).toEqual({ text, deeper: 2 });
});

test('Express: middleware by phase, then routes, then the server', () => {
  expect(
    textOf(composed('express', FULL)),
  ).toBe(`// The production features of this service, composed in one place.

export const atlas = createAtlas();
export const lifecycle = createLifecycle(atlas);

/** Mount the features on the app. Call it directly after the app is created. */
export function installPlatform(app: Application): void {
  // observe
  app.use(measure(atlas));
  app.use(trace());
  // protect
  app.use(guard());
  // routes
  app.use(tileRoutes(atlas));
}

/** See to failures and unknown paths. Call it when every route and handler of the service is registered. */
export function installPlatformErrors(app: Application): void {
  // errors
  track()(app);
  answer(atlas)(app);
}

/** Start and stop in an orderly way with the server. Hand it over as soon as it exists. */
export function superviseServer<S extends Server>(server: S): S {
  lifecycle.supervise(server);
  return server;
}
`);
});

test('Fastify: one call does everything, started by the service or by a command', () => {
  const own = textOf(composed('fastify', FULL));
  expect(own).toContain(
    'export function installPlatform(instance: AnyFastify): void {\n  const app = instance as FastifyInstance;\n  // observe\n  measure(atlas)(app);',
  );
  expect(own).toContain('lifecycle.supervise(app.server, { close: () => app.close() });');
  const cli = textOf(composed('fastify', FULL, { startedBy: 'fastify-cli' }));
  expect(cli).toContain("app.addHook('preClose', () => lifecycle.drain(app.server));");
  expect(cli).toContain("app.addHook('onClose', () => lifecycle.finish());");
  expect(cli).toContain("app.server.once('listening', () => {");
  expect(cli).not.toContain('supervise(');
});

test('Nest: a module mounts on the HTTP server, and takes the instances from the index', () => {
  const composition = composed('nest', FULL);
  expect(textOf(composition)).toContain(
    'export function superviseApp(app: INestApplication<Server>): void {',
  );
  expect(textOf(composition)).not.toContain('measure');
  expect(textOf(composition, 'platform.module.ts')).toContain('    http.use(measure(atlas));\n');
  const module = composition.files.find((file) => file.to === 'platform.module.ts');
  expect(module?.content.parts).toContainEqual(from('atlas', '#host/index'));
  expect(module?.content.parts).not.toContainEqual(instance('atlas'));
  // What is injected must be imported as a value, for the metadata that decorators emit.
  expect(module?.content.parts).toContainEqual(from('HttpAdapterHost', '@nestjs/core'));
});

test('Express 4: rejections of async handlers are passed on first', () => {
  const composition = composed('express', FULL, { version: '4.21.2' });
  expect(textOf(composition)).toContain('  passRejections(app);\n  // errors\n');
  expect(composition.files.map(({ to }) => to)).toEqual(['index.ts', 'rejections.ts']);
});

test('what sees failures stands where the framework asks for it', () => {
  expect(textOf(composed('koa', FULL))).toContain(
    '  app.use(trace());\n  // errors\n  app.use(answer(atlas));\n  app.use(track());\n  // protect\n',
  );
  expect(textOf(composed('hono', FULL))).toContain('  // errors\n  track()(app);\n  answer(atlas)(app);\n}');
  expect(textOf(composed('fastify', FULL))).toContain(
    '  // errors\n  track()(app);\n  answer(atlas)(app);\n',
  );
  expect(textOf(composed('nest', FULL), 'platform.module.ts')).toContain(`@Module({
  providers: [
    { provide: APP_INTERCEPTOR, useFactory: track(), inject: [HttpAdapterHost] },
    { provide: APP_FILTER, useFactory: answer(atlas), inject: [HttpAdapterHost] },
  ],
})
`);
});

test('node:http: the first feature is the outermost', () => {
  expect(
    textOf(composed('node-http', FULL)),
  ).toContain(`  const wrappers: readonly ((inner: RequestListener) => RequestListener)[] = [
    // observe
    measure(atlas),
    trace(),
    // errors
    answer(atlas),
    track(),
    // protect
    guard(),
    // routes
    tileRoutes(atlas),
  ];
  return wrappers.reduceRight((inner, wrap) => wrap(inner), listener);
`);
});

describe.each(FRAMEWORKS)('%s', (framework) => {
  test('a host is asked for nothing that nobody contributed', () => {
    const composition = composed(framework, EMPTY);
    expect(composition.wirings).toEqual([]);
    expect(textOf(composition).match(/function|@Module/)).toBeNull();
    expect(composition.files.map((file) => file.to)).toEqual(['index.ts']);
  });

  test('preloads come first, and every symbol a wiring names is exported', () => {
    const composition = composed(framework, FULL);
    expect(composition.wirings[0]).toEqual({ kind: 'preload', module: '#host/config/env' });
    for (const wiring of composition.wirings) {
      if (wiring.kind === 'preload') continue;
      const text = textOf(composition, `${wiring.module.replace('#host/', '')}.ts`);
      expect(text).toMatch(new RegExp(`export (?:function|class) ${wiring.symbol}\\b`));
    }
  });

  test('steps without a supervisor follow the server, in the order of their stages', () => {
    const { supervisor: _, ...model } = FULL;
    const step = (name: string) => code`() => ${from(name, '#host/steps')}()`;
    const text = textOf(
      composed(framework, {
        ...model,
        start: [
          { name: 'ready', stage: 'announce', run: step('ready') },
          { name: 'open', run: step('open') },
        ],
        shutdown: [
          { name: 'flush', stage: 'flush', run: step('flush') },
          { name: 'unready', stage: 'announce', run: step('unready') },
        ],
      }),
    );
    expect(text).toContain("once('listening', () => void runSteps([() => open(), () => ready()]));");
    expect(text).toContain("once('close', () => void runSteps([() => unready(), () => flush()]));");
    expect(text).toContain('async function runSteps(');
  });
});
