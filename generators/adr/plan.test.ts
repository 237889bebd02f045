import type { Contributed, Statement } from '@joinery/kit';
import plan from './plan.ts';
import { recordNumber } from './record-number.ts';

type Context = Parameters<typeof plan.statements>[0];

const context = (options: object = {}): Context =>
  ({ options: { folder: 'docs/adr', records: {}, numbers: {}, ...options } }) as Context;

const record = (name: string): Contributed<'decisions.records'> => ({
  feature: 'outbox',
  name,
  title: `On ${name}`,
  context: 'c',
  decision: 'd',
  consequences: 'e',
});

const pathsOf = (said: readonly Statement[]) =>
  said.flatMap((one) => (one.kind === 'document' ? [one.path] : []));
const render = (names: readonly string[], options = {}) =>
  plan.slots?.['decisions.records']?.(names.map(record), context(options)) ?? [];

test('a record keeps its number whatever else there is', () => {
  const alone = pathsOf(render(['outbox']))[1];
  expect(alone).toMatch(/^docs\/adr\/\d{4}-outbox\.md$/);
  expect(pathsOf(render(['event-store', 'outbox', 'uuids']))).toContain(alone);
  expect(recordNumber('outbox')).toBe(recordNumber('outbox'));
  expect(pathsOf(render(['outbox'], { numbers: { outbox: 12 } }))).toContain('docs/adr/0012-outbox.md');
});

test('the index lists the records of the service and those of features, by number', () => {
  const [index] = render(['outbox'], { records: { 'use-postgres': { title: 'Use PostgreSQL' } } });
  const text = index?.kind === 'document' && index.content.form === 'text' ? index.content.text : '';
  expect(text).toMatch(
    /\| \[0001\]\(0001-use-postgres\.md\) \| Use PostgreSQL \| this service \|\n\| \[\d{4}\]\(\d{4}-outbox\.md\) \| On outbox \| `outbox` \|/,
  );
});

test('records of the service are numbered as they were made, and left to people', () => {
  const said = plan.statements(context({ records: { b: {}, a: {} } }));
  expect(pathsOf(said)).toEqual(['docs/adr/template.md', 'docs/adr/0001-b.md', 'docs/adr/0002-a.md']);
  expect(said.every((one) => one.kind === 'document' && one.owner === 'yours')).toBe(true);
});

test.each(['../up', 'Use Postgres', ''])('%p is refused as a name', (name) => {
  const said = plan.statements(context({ records: { [name]: {} } }));
  expect(said.find(({ kind }) => kind === 'refusal')).toMatchObject({ found: expect.stringContaining(name) });
});
