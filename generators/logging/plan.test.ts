import { type Framework, NO_CODE, type Profile } from '@joinery/kit';
import plan from './plan.ts';

function planned(
  framework: Framework,
  dependencies: readonly string[],
  consoleCalls: readonly string[] = [],
  loggers: Profile['loggers'] = [],
) {
  const host = {
    service: { name: 'lamps' },
    platformFolder: 'src/platform',
    tests: { suffix: 'test' },
    consoleCalls,
    loggers,
    sourceRoot: 'src',
    dependencies: Object.fromEntries(dependencies.map((name) => [name, { range: '^3.0.0', dev: false }])),
  } as unknown as Profile;
  const options = { library: 'auto' as const, level: 'info', consoleCalls: 'list' as const };
  return plan.statements({
    host,
    framework,
    tier: 'basic',
    options,
    has: () => false,
    inputs: {},
    parsed: {},
    code: NO_CODE,
  });
}

test.each([
  [[], 'pino'],
  [['winston'], 'winston'],
  [['pino', 'winston'], 'pino'],
])('a host with %p logs with %s', (dependencies, library) => {
  const said = planned('express', dependencies);
  expect(said).toContainEqual(expect.objectContaining({ template: `${library}/logging/create-logger.ts` }));
  const required = said.flatMap((one) => (one.kind === 'dependency' ? [one.name] : []));
  expect(required).toEqual([library]);
});

test('calls of console are named, but not all of a hundred', () => {
  const calls = Array.from({ length: 100 }, (_, index) => `src/a.ts:${index + 1}`);
  const notes = planned('express', [], calls).flatMap((one) => (one.kind === 'note' ? [one.text] : []));
  expect(notes).toHaveLength(1);
  expect(notes[0]).toContain('`src/a.ts:10` and 90 more');
  expect(planned('express', []).some((one) => one.kind === 'note')).toBe(false);
});

test("only in Nest its own logger is turned to the service's", () => {
  const written = (framework: Framework) =>
    planned(framework, []).some((one) => one.kind === 'template' && one.to === 'logging/nest-logger.ts');
  expect([written('nest'), written('koa')]).toEqual([true, false]);
});

test('a logger that the host exports is used; of two, none', () => {
  const own = (name: string) => ({ package: 'winston', file: `src/${name}.ts`, name, evidence: '' });
  const adopted = planned('express', ['pino', 'winston'], [], [own('log')]);
  const written = adopted.flatMap((one) => (one.kind === 'template' ? [one.template] : []));
  expect(written).toContain('winston/logging/adopt-logger.ts');
  expect(written).not.toContain('winston/logging/create-logger.ts');
  expect(adopted).toContainEqual(
    expect.objectContaining({ kind: 'note', text: expect.stringContaining('`log` of `src/log.ts`') }),
  );
  expect(planned('express', ['pino'], [], [own('log'), own('audit')])).toContainEqual(
    expect.objectContaining({ template: 'pino/logging/create-logger.ts' }),
  );
});

test.each([
  [['morgan'], ', { linesElsewhere: true }'],
  [[], ', { withErrors: true }'],
])('a host with %p gets one line a request', (dependencies, options) => {
  const said = planned('express', dependencies);
  const observer = said.find((one) => one.kind === 'contribution' && one.slot === 'http.observers');
  expect(JSON.stringify(observer)).toContain(options);
  const notes = said.flatMap((one) => (one.kind === 'note' ? [one.text] : []));
  expect(notes.some((text) => text.includes('`morgan` goes on'))).toBe(dependencies.length > 0);
});

test("beside nestjs-pino, which turns it itself, Nest's logger is left alone", () => {
  const written = planned('nest', ['nestjs-pino', 'pino-http', 'pino']);
  expect(written.some((one) => one.kind === 'template' && one.to === 'logging/nest-logger.ts')).toBe(false);
  expect(JSON.stringify(written)).toContain('`nestjs-pino` goes on');
});
