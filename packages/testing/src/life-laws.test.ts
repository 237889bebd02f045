import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import type { Catalog, Feature, Lockfile } from '@joinery/engine';
import { contribute } from '@joinery/kit';
import fc from 'fast-check';
import { fittingFeatures } from './fitting-features.ts';
import { type HostFiles, readHostFiles } from './host-files.ts';
import { newerCatalog } from './newer-catalog.ts';
import { openWorkbench } from './workbench.ts';

const root = join(__dirname, '../../..');
const fixtures = join(__dirname, '../fixtures');
const catalog = openCatalog({ workspace: root, files: [], more: [] });
const bench = openWorkbench(catalog);
const later = openWorkbench(nextRelease(catalog));
const seed = Number(process.env.JOINERY_SEED ?? Date.now() % 1_000_000);
const TIER = 'intermediate';
const MOST = 10;

/** Where a statement of a file starts: people and the next release each write above some of them. */
const STATEMENT = /^(?:export |async function |function |class |const )/;

beforeAll(() => console.info(`seed ${seed} (JOINERY_SEED)`));

/** Every feature a release later: comments above every other statement of its templates, and one more variable. */
function nextRelease(now: Catalog): Catalog {
  return newerCatalog(now, {
    old: 'gone',
    change: (feature) => ({ ...withComments(feature), plan: withVariable(feature) }),
  });
}

function withComments({ templates }: Feature): Pick<Feature, 'templates'> {
  const changed = Object.entries(templates).map(([path, text]) => {
    const commented = path.endsWith('.ts') ? above(text, (count) => count % 2 === 0, '// next') : text;
    return [path, commented] as const;
  });
  return { templates: Object.fromEntries(changed) };
}

function withVariable({ name, plan }: Feature): Feature['plan'] {
  const variable = `NEXT_${name.replace(/\W/g, '_').toUpperCase()}`;
  return {
    ...plan,
    statements: (context) => [
      ...plan.statements(context),
      contribute('env.variables', {
        name: variable,
        type: 'integer',
        default: 1,
        description: `Of ${name}.`,
      }),
    ],
  };
}

function above(text: string, isMeant: (count: number) => boolean, comment: string): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  let count = -1;
  return text
    .split(eol)
    .flatMap((line) => {
      if (!STATEMENT.test(line)) return [line];
      count += 1;
      return isMeant(count) ? [`${comment} ${count}`, line] : [line];
    })
    .join(eol);
}

/** What people write into a generated file, away from what the next release changes. */
function peopleEdit(path: string, text: string): string {
  const comment = /\.(?:ya?ml|sh|env)$/.test(path)
    ? '# people'
    : path.endsWith('.sql')
      ? '-- people'
      : '// people';
  if (path.endsWith('.json')) return text;
  const edited = path.endsWith('.ts') ? above(text, (count) => count % 2 === 1, comment) : text;
  return edited === text ? `${text}${comment}\n` : edited;
}

function generated(files: HostFiles): readonly string[] {
  const lock = JSON.parse(files['joinery.lock.json'] ?? '{}') as Pick<Lockfile, 'files'>;
  return Object.entries(lock.files).flatMap(([path, { yours, rendered }]) =>
    yours === true || rendered === true ? [] : [path],
  );
}

const add = (bench: typeof later, host: HostFiles, names: readonly string[]) =>
  bench.run(host, { add: names.map((name) => ({ name })), tier: TIER });

/** Two fixtures by the seed: all of them over a few runs, and a modest one each time. */
const some = readdirSync(fixtures).filter((_, index) => [0, 3].includes((index + seed) % 7));

describe.each(some)('L10 in %s', (name) => {
  const host = readHostFiles(join(fixtures, name));
  let features: readonly string[] = [];
  let installed: HostFiles = {};

  beforeAll(async () => {
    features = await fittingFeatures(bench, host, await catalog.names(), { tier: TIER, most: MOST, seed });
    installed = await add(bench, host, features);
  });

  test('an upgrade of what nobody edited is what the new versions give by themselves', async () => {
    const upgraded = await later.run(installed, { prefer: 'newest' });
    const fresh = await add(later, host, features);
    const wanted = 'joinery.json'; // keeps the ranges that were written first
    expect({ ...upgraded, [wanted]: '' }).toEqual({ ...fresh, [wanted]: '' });
  });

  test('an upgrade keeps what people wrote in every generated file, without a conflict, and only once', async () => {
    const edits = generated(installed).map(
      (path) => [path, peopleEdit(path, installed[path] ?? '')] as const,
    );
    const edited = { ...installed, ...Object.fromEntries(edits) };
    const plan = await later.compose(edited, { prefer: 'newest' });
    expect(plan).toMatchObject({ kind: 'plan', conflicts: [] });
    const upgraded = await later.run(edited, { prefer: 'newest' });
    const fresh = await add(later, host, features);
    for (const [path, text] of edits) {
      const lines = (of: string | undefined) => (of ?? '').split(/\r?\n/);
      const people = lines(text).filter((line) => /^(?:\/\/|#|--) people/.test(line));
      expect({ path, people: lines(upgraded[path]).filter((line) => people.includes(line)) }).toEqual({
        path,
        people,
      });
      expect({ path, rest: lines(upgraded[path]).filter((line) => !people.includes(line)) }).toEqual({
        path,
        rest: lines(fresh[path]),
      });
    }
    console.info(
      `${name}: ${features.length} features, ${edits.length} files edited and upgraded, 0 conflicts`,
    );
    expect(await later.compose(upgraded, { prefer: 'newest' })).toMatchObject({ kind: 'plan', changes: [] });
  });

  test('edits of the very lines that the new version changes are shown as conflicts, each of them', async () => {
    const paths = generated(installed).filter((path) => path.endsWith('.ts'));
    const edits = paths.map(
      (path) => [path, above(installed[path] ?? '', (count) => count === 0, '// people')] as const,
    );
    const fresh = await add(later, host, features);
    const touched = edits.filter(
      ([path, text]) => text !== installed[path] && fresh[path]?.includes('// next 0'),
    );
    const plan = await later.compose({ ...installed, ...Object.fromEntries(edits) }, { prefer: 'newest' });
    if (plan.kind !== 'plan') throw new Error(plan.kind);
    expect(plan.conflicts.map(({ path }) => path).sort()).toEqual(touched.map(([path]) => path).sort());
    for (const { path } of plan.conflicts) {
      const change = plan.changes.find((one) => one.path === path);
      expect(change).toMatchObject({
        text: expect.stringMatching(/<{7} yours\r?\n\/\/ people 0\r?\n={7}\r?\n\/\/ next 0\r?\n>{7} joinery/),
      });
    }
  });
});

describe.each(some)('changes in %s', (name) => {
  const host = readHostFiles(join(fixtures, name));
  const wish = (cacheMs: number) => [{ name: 'health', options: { cacheMs } }, { name: 'metrics' }];

  test('an option, and a tier, changed later give what asking for them at first gives', async () => {
    const first = await bench.run(host, { add: wish(2000), tier: 'basic' });
    const changed = await bench.run(first, { add: wish(500), tier: 'advanced' });
    expect(changed).toEqual(await bench.run(host, { add: wish(500), tier: 'advanced' }));
    expect(await bench.run(changed, { add: wish(2000), tier: 'basic' })).toEqual(first);
  });
});

describe.each(readdirSync(fixtures))('L3 after people edited %s', (name) => {
  const host = readHostFiles(join(fixtures, name));

  test('removing everything leaves their edits and nothing of ours', async () => {
    const features = await fittingFeatures(bench, host, await catalog.names(), {
      tier: TIER,
      most: MOST,
      seed,
    });
    const installed = await add(bench, host, features);
    const own = Object.keys(host).filter((path) => path.endsWith('.ts'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 }), async (places) => {
        let edited = installed;
        for (const [file, line] of places) {
          const path = own[file % own.length] ?? '';
          edited = { ...edited, [path]: commentAt(edited[path] ?? '', line) };
        }
        const removed = await bench.remove(edited, ...features);
        const comments = (files: HostFiles) =>
          own.flatMap((path) => (files[path] ?? '').match(/^\/\/ people.*$/gm) ?? []).length;
        expect(comments(removed)).toBe(places.length);
        expect(withoutComments(removed)).toEqual(host);
      }),
      { numRuns: 4, seed },
    );
  });

  test('a generated file they edited stays, and is named; with force it goes', async () => {
    const installed = await add(bench, host, ['health']);
    const path = 'src/platform/health/answer.ts';
    const edited = { ...installed, [path]: `${installed[path]}// people\n` };
    const plan = await bench.compose(edited, { remove: ['health'] });
    expect(plan).toMatchObject({
      kind: 'plan',
      warnings: expect.arrayContaining([expect.stringContaining(path)]),
    });
    expect(await bench.remove(edited, 'health')).toEqual({ ...host, [path]: edited[path] });
    expect(await bench.run(edited, { remove: ['health'], force: true })).toEqual(host);
  });
});

/** A comment on a line of its own above a statement: anywhere else it might not be one. */
function commentAt(text: string, line: number): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(eol);
  const places = lines.flatMap((each, index) => (/^[a-z@]/.test(each) ? [index] : []));
  const place = places[line % places.length] ?? 0;
  return lines.toSpliced(place, 0, `// people ${line}`).join(eol);
}

function withoutComments(files: HostFiles): HostFiles {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, text.replace(/^\/\/ people \d+\r?\n/gm, '')]),
  );
}
