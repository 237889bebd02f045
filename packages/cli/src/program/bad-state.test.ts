import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { runIn } from '../testing/run-in.ts';
import { contents, makeService } from '../testing/service.ts';
import { hashBytes } from '../transaction/journal.ts';

const OFFLINE = ['--yes', '--no-install', '--verify', 'none'];
const BOOT = 'src/boot.ts';

let folder = '';

beforeEach(async () => {
  folder = makeService();
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function put(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const hashOf = (text: string) => hashBytes(new TextEncoder().encode(text));

/** The journal of an apply that changed the entry and was then killed. */
function journalOf(original: string, text: string) {
  const entry = {
    path: BOOT,
    role: 'changed',
    before: hashOf(original),
    after: hashOf(text),
    image: 'before-0',
  };
  return {
    schema: 1,
    phase: 'writing',
    entries: [{ ...entry, written: null }],
    folders: [],
    modules: null,
    story: {
      service: 'parcels',
      label: 'add health',
      at: '',
      conflicts: [],
      install: null,
      end: { kind: 'keep' },
    },
  };
}

const fail = async (words: readonly string[]) => {
  const before = contents(folder);
  const { code, err } = await runIn(folder, [...words]);
  expect(contents(folder)).toEqual(before);
  return [code, /error\[([\w-]+)\]/.exec(err)?.[1]];
};

test('an apply that was killed, on this machine or another, is repaired by the next command, which says so', async () => {
  const original = readFileSync(join(folder, BOOT), 'utf8');
  writeFileSync(join(folder, BOOT), 'half\n');
  put('.joinery/journal/before-0', original);
  put('.joinery/journal/journal.json', JSON.stringify(journalOf(original, 'half\n')));
  const said = await runIn(folder, ['plan', 'health']);
  expect(said.err).toBe('warning: Found an unfinished apply; restored 1 file as they were before it.\n');
  expect(readFileSync(join(folder, BOOT), 'utf8')).toBe(original);
});

test.each<[string, (journal: ReturnType<typeof journalOf>) => unknown]>([
  ['of another version', (journal) => ({ ...journal, schema: 2 })],
  ['that is no JSON', () => 'torn'],
  [
    'that names a copy outside',
    (journal) => ({ ...journal, entries: [{ ...journal.entries[0], image: '../../x' }] }),
  ],
  ['that would delete sources', (journal) => ({ ...journal, modules: 'src' })],
])('a journal %s is left alone, and said', async (_, change) => {
  const journal = change(journalOf('a', 'b'));
  put('.joinery/journal/journal.json', typeof journal === 'string' ? journal : JSON.stringify(journal));
  expect(await fail(['plan', 'health'])).toEqual([1, 'unreadable-journal']);
});

test('a journal cannot lead out of the service', async () => {
  const journal = journalOf('a', 'b');
  const entries = [{ ...journal.entries[0], path: '../outside.ts' }];
  put('.joinery/journal/journal.json', JSON.stringify({ ...journal, entries }));
  expect(await fail(['plan', 'health'])).toEqual([4, 'path-leaves-service']);
});

test('the lock of another machine is respected, and the way out named; one whose process is gone is taken over', async () => {
  put('.joinery/apply.lock', JSON.stringify({ pid: 1, machine: 'elsewhere', began: '7' }));
  const refused = await runIn(folder, ['add', 'health', ...OFFLINE]);
  expect(refused.code).toBe(1);
  expect(refused.err).toMatch(/error\[apply-running\]: Process 1 on elsewhere[\s\S]*delete `.*apply\.lock`/);
  put('.joinery/apply.lock', JSON.stringify({ pid: 2 ** 22 + 9, machine: hostname(), began: '7' }));
  expect((await runIn(folder, ['add', 'health', ...OFFLINE])).code).toBe(0);
});

test.each<[string, string, (lock: string) => string]>([
  ['that is torn', 'broken-lockfile', (lock) => lock.slice(0, 200)],
  ['that lacks a section', 'broken-lockfile', (lock) => lock.replace('"files"', '"fles"')],
  [
    'with a hash that is none',
    'broken-lockfile',
    (lock) => lock.replace(/sha256-[0-9a-f]{64}/, 'sha256-abc'),
  ],
  ['of a newer Joinery', 'newer-lockfile', (lock) => lock.replace('"schema": 1', '"schema": 2')],
  [
    'with markers nobody can bring together',
    'lockfile-conflict',
    (lock) => `<<<<<<< a\n{\n=======\n${lock}>>>>>>> b\n`,
  ],
])('a lockfile %s stops every command, and nothing is written', async (_, id, change) => {
  await runIn(folder, ['add', 'health', ...OFFLINE]);
  const file = join(folder, 'joinery.lock.json');
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  for (const words of [['add', 'metrics', ...OFFLINE], ['remove', 'health', ...OFFLINE], ['doctor']]) {
    expect([words[0], ...(await fail(words))]).toEqual([words[0], 1, id]);
  }
});

test('a host that may not be written is left as it is', async () => {
  chmodSync(join(folder, BOOT), 0o444);
  expect(await fail(['add', 'health', ...OFFLINE])).toEqual([1, 'read-only-files']);
});
