import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openService, plain } from '@joinery/door';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { contents, makeService } from '../testing/service.ts';
import { nodeDisk } from '../transaction/disk.ts';
import { run } from '../transaction/run.ts';
import { makeServer } from './make-server.ts';

let folder = '';
let client: Client;

const silence = {
  out: (text: string) => {
    throw new Error(`standard output belongs to the protocol, and somebody wrote ${text}`);
  },
  err: () => {},
  paint: plain,
  interactive: false,
  confirm: async () => undefined,
  choose: async () => undefined,
  ask: async () => undefined,
};

beforeEach(async () => {
  folder = makeService();
  const tool = join(__dirname, '../..');
  const server = makeServer({
    terminal: silence,
    folder,
    tool,
    version: '1.2.3',
    disk: nodeDisk,
    run,
    open: openService,
  });
  client = new Client({ name: 'test', version: '1.0.0' });
  const [here, there] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(there), client.connect(here)]);
});

afterEach(async () => {
  await client.close();
  rmSync(folder, { recursive: true });
});

/** What a tool answers, and whether it calls it a failure. */
async function call(name: string, input: Readonly<Record<string, unknown>> = {}) {
  const { structuredContent, isError } = await client.callTool({ name, arguments: input });
  return { answer: structuredContent as Readonly<Record<string, unknown>>, failed: isError === true };
}

test('only `apply` may destroy something, and every tool says so', async () => {
  const { tools } = await client.listTools();
  const hints = tools.map(({ name, annotations }) => [
    name,
    annotations?.readOnlyHint,
    annotations?.destructiveHint,
  ]);
  expect(hints).toEqual([
    ['inspect', true, false],
    ['list_features', true, false],
    ['recommend', true, false],
    ['resolve', true, false],
    ['plan', true, false],
    ['apply', false, true],
  ]);
  expect(tools.every(({ annotations }) => annotations?.idempotentHint === true)).toBe(true);
});

test('a service is inspected, with evidence', async () => {
  const { answer } = await call('inspect');
  expect(answer).toMatchObject({
    kind: 'inspection',
    installed: [],
    profile: { framework: { value: { name: 'express' } }, entry: { value: 'src/boot.ts' } },
  });
  expect((await call('list_features')).answer).toMatchObject({ kind: 'list' });
});

test('what a service lacks is recommended, up to a tier', async () => {
  const { answer, failed } = await call('recommend', { tier: 'basic' });
  expect({ failed, said: JSON.stringify(answer) }).toMatchObject({
    failed: false,
    said: expect.stringContaining('graceful-shutdown'),
  });
});

test('what is planned and looked at is applied, and nothing else', async () => {
  const before = contents(folder);
  const planned = await call('plan', { features: ['health'], diff: true });
  expect(planned.answer.diff).toContain('+import { installPlatform');
  expect(contents(folder)).toEqual(before);
  const wish = { features: ['health'], install: false, verify: 'none' };
  expect(await call('apply', { ...wish, hash: 'sha256-other' })).toMatchObject({
    failed: true,
    answer: { id: 'plan-hash-differs' },
  });
  expect(contents(folder)).toEqual(before);
  const applied = await call('apply', { ...wish, hash: planned.answer.hash });
  expect(applied).toMatchObject({ failed: false, answer: { kind: 'receipt' } });
  expect(existsSync(join(folder, 'joinery.lock.json'))).toBe(true);
});

test('a service that moved since the plan was made is left as it is', async () => {
  const { answer } = await call('plan', { features: ['health'] });
  const file = join(folder, 'src/boot.ts');
  const moved = `// moved\n${readFileSync(file, 'utf8')}`;
  writeFileSync(file, moved);
  const applied = await call('apply', {
    features: ['health'],
    install: false,
    verify: 'none',
    hash: answer.hash,
  });
  expect(applied).toMatchObject({ failed: true, answer: { id: 'plan-hash-differs' } });
  expect(readFileSync(file, 'utf8')).toBe(moved);
});

test('a conflict is explained with fixes that work', async () => {
  const conflict = await call('resolve', { features: ['health@^9'] });
  expect(conflict.answer).toMatchObject({ kind: 'unsolvable' });
  expect(JSON.stringify(conflict.answer.explanation)).toContain('health');
  const resolved = await call('resolve', { features: ['health'] });
  expect(resolved.answer).toMatchObject({
    kind: 'resolved',
    features: [{ name: 'config-env' }, { name: 'graceful-shutdown' }, { name: 'health' }],
  });
});

test.each([
  ['plan', { features: ['helth'] }, 'unknown-feature'],
  ['plan', { set: ['health'] }, 'invalid-request'],
  ['inspect', { folder: '/nowhere/at/all' }, 'no-such-folder'],
])('%s with %j answers with what is wrong', async (tool, input, id) => {
  const said = await call(tool, input);
  expect({ failed: said.failed, id: said.answer.id ?? said.answer.kind }).toEqual({ failed: true, id });
});

test('input of the wrong shape is refused before anything runs', async () => {
  const { content, isError } = await client.callTool({ name: 'plan', arguments: { features: 'health' } });
  expect(isError).toBe(true);
  expect(JSON.stringify(content)).toMatch(/features/);
});

test('the documentation can be read, and the usual jobs are prompts', async () => {
  const { resources } = await client.listResources();
  expect(resources.map(({ uri }) => uri)).toContain('joinery://docs/resolver');
  const { contents: pages } = await client.readResource({ uri: 'joinery://docs/resolver' });
  expect(pages).toMatchObject([{ text: expect.stringMatching(/^# /) }]);
  const { prompts } = await client.listPrompts();
  expect(prompts.map(({ name }) => name)).toEqual([
    'make-production-ready',
    'add-features',
    'review-features',
  ]);
  const { messages } = await client.getPrompt({
    name: 'make-production-ready',
    arguments: { tier: 'advanced' },
  });
  expect(JSON.stringify(messages)).toContain('advanced');
});
