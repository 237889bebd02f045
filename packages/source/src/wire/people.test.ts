import { type HostEdit, memoryTree } from '@joinery/engine';
import { loadHostEditor } from '../index.ts';
import { type CaseFacts, profileOf, wiringsOf } from '../testing/host.ts';

type Files = Readonly<Record<string, string>>;

const MAIN = `import express from 'express';

const app = express();
app.use(express.json());
app.listen(3000);
`;

/** Wire everything into a host of one file, let people edit the result, and wire `kinds` of it (all unless told). */
async function afterPeople(
  edit: (text: string) => Files | string,
  kinds?: readonly string[],
  facts: CaseFacts = {},
) {
  const editor = await loadHostEditor();
  const host = { 'src/main.ts': MAIN };
  const profile = profileOf(host, facts);
  const wirings = wiringsOf(profile, facts);
  const first = editor.wire(memoryTree(host), profile, wirings, []);
  if (first.kind === 'refused') throw new Error(first.problem.found);
  const edited = edit(first.files[0]?.text ?? '');
  const files = typeof edited === 'string' ? { 'src/main.ts': edited } : edited;
  const wanted = wirings.filter(({ kind }) => kinds?.includes(kind) ?? true);
  const outcome = editor.wire(memoryTree(files), profile, wanted, first.edits);
  return { files, outcome, first: first.edits };
}

function textOf(
  outcome: Awaited<ReturnType<typeof afterPeople>>['outcome'],
  path = 'src/main.ts',
): string | undefined {
  if (outcome.kind === 'refused') throw new Error(`${outcome.problem.id}: ${outcome.problem.found}`);
  return outcome.files.find((file) => file.path === path)?.text;
}

function filesOf(edits: readonly HostEdit[], symbol: string): readonly string[] {
  return [...new Set(edits.filter(({ detail }) => detail.symbol === symbol).map(({ file }) => file))];
}

describe('what people did to our edits is recognised', () => {
  test.each<[string, (text: string) => string]>([
    [
      'renamed on import',
      (text) =>
        text
          .replace('{ installPlatform,', '{ installPlatform as features,')
          .replace('installPlatform(app)', 'features(app)'),
    ],
    [
      'imported as a namespace',
      (text) =>
        text
          .replace(/\{ installPlatform, superviseServer \}/, '* as platform')
          .replace(/(?=installPlatform\(|superviseServer\()/g, 'platform.'),
    ],
    [
      'formatted otherwise',
      (text) =>
        text.replace(
          "{ installPlatform, superviseServer } from './platform/index.js';",
          '{\n\tinstallPlatform,\n\tsuperviseServer,\n} from "./platform/index.js"',
        ),
    ],
    ['imported without its index', (text) => text.replace('./platform/index.js', './platform')],
    [
      'wrapped around the call',
      (text) =>
        text.replace(
          'const server = app.listen(3000);\nsuperviseServer(server);',
          'export const server = superviseServer(app.listen(3000));',
        ),
    ],
    [
      'moved down',
      (text) =>
        text
          .replace('installPlatform(app);\n', '')
          .replace('express.json());\n', 'express.json());\ninstallPlatform(app);\n'),
    ],
    [
      'made conditional',
      (text) => text.replace('installPlatform(app);', 'if (process.env.PLATFORM) installPlatform(app);'),
    ],
  ])('%s', async (_, edit) => {
    const { outcome } = await afterPeople(edit);
    expect(outcome).toMatchObject({ kind: 'edited', files: [] });
  });

  test('moved to another file', async () => {
    const { outcome } = await afterPeople((text) => ({
      'src/main.ts': text
        .replace('installPlatform(app);\n', 'prepare(app);\n')
        .replace('{ installPlatform, superviseServer }', '{ superviseServer }')
        .replace('import express', "import { prepare } from './prepare.js';\nimport express"),
      'src/prepare.ts':
        "import type { Express } from 'express';\nimport { installPlatform } from './platform/index.js';\n\nexport function prepare(app: Express) {\n  installPlatform(app);\n}\n",
    }));
    expect(outcome).toMatchObject({ kind: 'edited', files: [] });
    if (outcome.kind === 'edited')
      expect(filesOf(outcome.edits, 'installPlatform')).toEqual(['src/prepare.ts']);
  });

  test('a call that was taken out comes back, and its import is used again', async () => {
    const { outcome, first } = await afterPeople((text) => text.replace('installPlatform(app);\n', ''));
    expect(textOf(outcome)).toContain(
      "import { installPlatform, superviseServer } from './platform/index.js';",
    );
    expect(textOf(outcome)).toContain('express();\ninstallPlatform(app);\n');
    expect(outcome).toMatchObject({ edits: first });
  });
});

describe('taking back leaves what people wrote', () => {
  test('comments on our lines stay', async () => {
    const { outcome } = await afterPeople(
      (text) =>
        text.replace(
          'installPlatform(app);',
          '// before everything\ninstallPlatform(app); // see the handbook',
        ),
      [],
    );
    expect(textOf(outcome)).toBe(
      MAIN.replace('express();\n', 'express();\n// before everything\n// see the handbook\n'),
    );
  });

  test('a name that other code uses stays', async () => {
    const { outcome } = await afterPeople((text) => `${text}server.unref();\n`, []);
    expect(textOf(outcome)).toBe(
      MAIN.replace('app.listen(3000);', 'const server = app.listen(3000);\nserver.unref();'),
    );
  });

  test('what else the import names stays', async () => {
    const { outcome } = await afterPeople(
      (text) => `${text.replace('{ installPlatform,', '{ health, installPlatform,')}health.markStarted();\n`,
      ['preload'],
    );
    expect(textOf(outcome)).toContain("import { health } from './platform/index.js';\n");
    expect(textOf(outcome)).toContain('app.listen(3000);\nhealth.markStarted();\n');
  });

  test('a wrapped call is unwrapped', async () => {
    const { outcome } = await afterPeople(
      (text) =>
        text.replace(
          'const server = app.listen(3000);\nsuperviseServer(server);',
          'export const server = superviseServer(\n  app.listen(3000), // here\n);',
        ),
      [],
    );
    expect(textOf(outcome)).toContain('export const server = app.listen(3000) // here\n;');
    expect(textOf(outcome)).not.toContain('superviseServer');
  });

  test('a use that can not be taken back is refused, naming it', async () => {
    const { outcome } = await afterPeople((text) => `${text}[app].forEach(installPlatform);\n`, []);
    expect(outcome).toMatchObject({
      kind: 'refused',
      problem: { id: 'edit-in-use', exitCode: 4, places: ['src/main.ts:10'] },
    });
  });
});

describe('what sees to failures', () => {
  const facts = { errors: true };

  test('stays where people moved it', async () => {
    const { outcome } = await afterPeople(
      (text) =>
        text
          .replace('installPlatformErrors(app);\n', '')
          .replace(
            'superviseServer(server);\n',
            'superviseServer(server);\nif (app) installPlatformErrors(app);\n',
          ),
      undefined,
      facts,
    );
    expect(outcome).toMatchObject({ kind: 'edited', files: [] });
  });

  test('comes back after a route that was added meanwhile', async () => {
    const { outcome, first } = await afterPeople(
      (text) => text.replace('installPlatformErrors(app);', "app.get('/tiles', tiles);"),
      undefined,
      facts,
    );
    expect(textOf(outcome)).toContain("app.get('/tiles', tiles);\ninstallPlatformErrors(app);\nconst server");
    expect(outcome).toMatchObject({ edits: first });
  });

  test('is taken back alone, under another name', async () => {
    const { outcome } = await afterPeople(
      (text) =>
        text
          .replace('installPlatformErrors,', 'installPlatformErrors as last,')
          .replace('installPlatformErrors(app)', 'last(app)'),
      ['preload', 'install-app', 'supervise-server'],
      facts,
    );
    expect(textOf(outcome)).toContain(
      "import { installPlatform, superviseServer } from './platform/index.js';",
    );
    expect(textOf(outcome)).toContain('app.use(express.json());\nconst server');
  });
});
