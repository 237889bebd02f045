import { type Code, code, from, join, type Statement, sourceFile } from '@joinery/kit';
import type { Relation } from './options.ts';

/** The anti-corruption mapper of a relation, on the side of whoever hears, and its test. */
export function mapper(relation: Relation, suffix: string): readonly Statement[] {
  const { upstream = '', downstream = '' } = relation;
  const path = `contexts/${downstream}/infrastructure/from-${upstream}`;
  return [
    sourceFile(`${path}.ts`, mapperCode(relation)),
    sourceFile(`${path}.${suffix}.ts`, testCode(relation, path)),
  ];
}

function mapperCode({ upstream = '', downstream = '', events = [] }: Relation): Code {
  const name = pascal(upstream);
  const cases = [...events].sort().map(
    (event) => code`    case '${event}':
      // Rename and leave out what ${downstream} calls otherwise or does not need.
      return { type: '${heardAs(upstream, event)}', data: event.data };
`,
  );
  return code`/** An event of ${upstream}, as it arrives: from its door, an outbox or a broker. */
export interface ${name}Event {
  readonly type: string;
  readonly data: unknown;
}

/** What happened, in the words of ${downstream}. */
export interface Heard {
  readonly type: string;
  readonly data: unknown;
}

/**
 * Say in the words of ${downstream} what happened in ${upstream}; \`undefined\` when it is of no interest here.
 * This is the only place that knows both.
 */
export function from${name}(event: ${name}Event): Heard | undefined {
  switch (event.type) {
${join(cases, '')}    default:
      return undefined;
  }
}

/** Make of what ${downstream} does about it a consumer of ${upstream}'s events. */
export function hear${name}(
  handle: (heard: Heard) => Promise<void>,
): (event: ${name}Event) => Promise<void> {
  return async (event) => {
    const heard = from${name}(event);
    if (heard !== undefined) await handle(heard);
  };
}
`;
}

function testCode({ upstream = '', downstream = '', events = [] }: Relation, path: string): Code {
  const name = pascal(upstream);
  const it = from('it', '#host/test');
  const same = from('deepStrictEqual', 'node:assert');
  const hear = from(`hear${name}`, `#source/${path}`);
  const first = [...events].sort()[0];
  const heard =
    first === undefined
      ? code``
      : code`  ${it}('are heard in words of its own', async () => {
    const heard: unknown[] = [];
    const consume = ${hear}(async (event) => {
      heard.push(event);
    });
    await consume({ type: '${first}', data: { id: 'some-id' } });
    ${same}(heard, [{ type: '${heardAs(upstream, first)}', data: { id: 'some-id' } }]);
  });

`;
  return code`${from('describe', '#host/test')}('events of ${upstream} in ${downstream}', () => {
${heard}  ${it}('do not disturb it when they are of no interest', async () => {
    const consume = ${hear}(() => Promise.reject(new Error('nothing to do here')));
    await consume({ type: 'something.else', data: {} });
    ${same}(${from(`from${name}`, `#source/${path}`)}({ type: 'something.else', data: {} }), undefined);
  });
});
`;
}

/** `order.placed` of sales is `sales.order-placed` elsewhere. */
function heardAs(upstream: string, event: string): string {
  return `${upstream}.${event.replaceAll('.', '-')}`;
}

function pascal(name: string): string {
  return name.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
}
