import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { plain } from '@joinery/door';
import type { Command } from 'commander';
import { candidates } from '../completion/candidates.ts';
import { SCRIPTS, SHELLS } from '../completion/scripts.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { runIn } from '../testing/run-in.ts';
import { makeService } from '../testing/service.ts';
import { EXAMPLES } from './examples.ts';
import { program } from './program.ts';
import { voiced } from './voice.ts';
import type { World } from './world.ts';

let folder = '';

beforeAll(() => {
  folder = makeService();
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const nowhere = new Proxy({} as World, {
  get: (_, name) => (name === 'version' ? '1.2.3' : fail(name)),
});

function fail(name: string | symbol): never {
  throw new RangeError(`the help asks the world for ${String(name)}`);
}

const root = program(nowhere, () => {});
const visible = root
  .createHelp()
  .visibleCommands(root)
  .filter((command) => command.name() !== 'help');

test.each(visible.map((command) => [command.name(), command] as const))(
  '`joinery %s --help` has examples that the command understands',
  async (name, command) => {
    const examples = EXAMPLES[name] ?? [];
    expect(examples.length).toBeGreaterThan(0);
    for (const [words] of examples) expect(faultsOf(words, command)).toEqual([]);
    const { code, out } = await runIn(folder, [name, '--help']);
    expect([code, out]).toEqual([0, expect.stringContaining(`Examples:\n  ${examples[0]?.[0]}`)]);
  },
);

/** Options of an example that its command does not have. */
function faultsOf(example: string, command: Command): readonly string[] {
  const words = example.replace(/^eval "\$\(|\)"$|\).*$| \|.*$/g, '').split(' ');
  // What `generate` takes besides is said by features.
  if (command.name() === 'generate') return words[1] === 'generate' ? [] : [example];
  const known = command.options.flatMap(({ short, long }) => [short, long]);
  const faults = words.slice(2).filter((word) => word.startsWith('-') && !known.includes(word));
  return words[0] === 'joinery' && words[1] === command.name() ? faults : [example];
}

test('a word that is nearly a command or an option gets a suggestion', async () => {
  const command = await runIn(folder, ['recomend']);
  expect([command.code, command.err]).toEqual([1, expect.stringContaining('Did you mean recommend?')]);
  const option = await runIn(folder, ['add', 'health', '--dry-rnu']);
  expect([option.code, option.err]).toEqual([1, expect.stringContaining('Did you mean --dry-run?')]);
});

describe('explain', () => {
  test('tells cause, way out and an example, from docs/errors.md', async () => {
    const { code, out } = await runIn(folder, ['explain', 'no-entry']);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^no-entry {2}The host; exit code 1\n\nThe file that starts the service cannot be told\./,
    );
    expect(out).toContain('example\n  A service whose `start` script');
    expect(out).toContain('  { "profile": { "entry": "src/server.ts" } }');
  });

  test('takes the id as it is shown, answers in JSON, and suggests the nearest', async () => {
    const { out } = await runIn(folder, ['explain', 'error[host-moved]:', '--json']);
    expect(JSON.parse(out)).toMatchObject({ kind: 'explanation', id: 'host-moved', exitCode: 5 });
    const { code, err } = await runIn(folder, ['explain', 'host-movd']);
    expect([code, err]).toEqual([1, expect.stringContaining('The nearest: `host-moved`.')]);
  });

  test('without an id every one is listed under its heading', async () => {
    const { out } = await runIn(folder, ['explain']);
    expect(out).toContain('The request\n  unknown-feature\n');
  });
});

describe('completion', () => {
  const complete = async (...words: readonly string[]) => {
    const { out } = await runIn(folder, ['complete', '--', ...words]);
    return out.split('\n').map((line) => line.split('\t')[0]);
  };

  test('commands, options, choices, features and ids', async () => {
    expect(await complete('')).toEqual(expect.arrayContaining(['add', 'recommend', 'explain']));
    expect(await complete('add', '--')).toEqual(expect.arrayContaining(['--tier', '--dry-run']));
    expect(await complete('add', 'health', '--tier', '')).toEqual(
      expect.arrayContaining(['basic', 'enterprise']),
    );
    expect(await complete('add', 'he')).toEqual(expect.arrayContaining(['health', 'metrics']));
    expect(await complete('explain', '')).toEqual(expect.arrayContaining(['host-moved']));
    expect(await complete('completion', '')).toEqual(expect.arrayContaining(['bash', 'zsh', 'fish']));
    expect(await complete('remove', '')).toEqual(['']);
  });

  test('nothing that cannot be told is asked of the world', async () => {
    const none = async () => [];
    expect((await candidates(root, ['-'], none)).map(({ word }) => word)).toContain('--version');
  });

  test.each(SHELLS)(
    'a script for %s is printed, and the shell can read it where it is installed',
    async (shell) => {
      const { code, out } = await runIn(folder, ['completion', shell]);
      expect([code, out]).toEqual([0, SCRIPTS[shell]]);
      const { error, status, stderr } = spawnSync(shell, ['-n'], { input: out, encoding: 'utf8' });
      if (error === undefined) expect([status, stderr]).toEqual([0, '']);
    },
  );

  test('bash completes with it', () => {
    const script = `joinery() { printf 'recommend\\twhat\\nresolve\\tfiles\\nadd\\tmore\\n'; }\n${SCRIPTS.bash}
      COMP_WORDS=(joinery re); COMP_CWORD=1; _joinery; echo "\${COMPREPLY[*]}"`;
    const { stdout } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
    expect(stdout.trim().split(/\s+/)).toEqual(['recommend', 'resolve']);
  });

  test('another shell is refused with the ones there are', async () => {
    const { code, err } = await runIn(folder, ['completion', 'tcsh']);
    expect([code, err]).toEqual([1, expect.stringMatching(/bash, zsh, fish/)]);
  });
});

describe('voices', () => {
  function speaking(args: readonly string[]) {
    const said: string[] = [];
    const terminal: Terminal = {
      out: (text) => said.push(text),
      err: (text) => said.push(text),
      paint: plain,
      interactive: false,
      confirm: async () => undefined,
      choose: async () => undefined,
      ask: async () => undefined,
    };
    let time = 0;
    const voice = args.includes('-q') ? 'quiet' : args.includes('--verbose') ? 'verbose' : 'normal';
    const heard = voiced(terminal, voice, args, () => {
      time += 250;
      return time;
    });
    heard.out('answer');
    heard.progress?.('Writing');
    heard.busy?.('Planning')();
    return said;
  }

  test('a quiet run shows no progress, and with --yes no plan', () => {
    expect(speaking(['-q'])).toEqual(['answer']);
    expect(speaking(['-q', '--yes'])).toEqual([]);
    expect(speaking(['-q', '--yes', '--json'])).toEqual(['answer']);
  });

  test('a verbose run says how long it has been at each step', () => {
    expect(speaking([])).toEqual(['answer', 'Writing …\n']);
    expect(speaking(['--verbose'])).toEqual(['answer', '  0.25 s  Writing …\n', '  0.50 s  Planning …\n']);
  });

  test('`add --quiet --yes` says nothing when all goes well', async () => {
    const said = await runIn(folder, ['add', 'health', '-q', '--yes', '--no-install', '--verify', 'none']);
    expect(said).toEqual({ code: 0, out: '', err: '' });
  });
});
