import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWith } from '../../../../../tools/parts/parts.ts';
import { contents, makeService } from '../../testing/service.ts';
import { expectScreen } from '../testing/expect-screen.ts';
import { installSmallTool } from '../testing/small-tool.ts';
import { openPane, type Pane } from '../testing/tmux.ts';

const ESC = String.fromCharCode(27);

describeWith('tmux')('joinery at a terminal', () => {
  const tool = { folder: '', bin: '' };
  let folder = '';
  let pane: Pane | undefined;

  beforeAll(() => {
    Object.assign(tool, installSmallTool());
  });

  afterAll(() => {
    rmSync(tool.folder, { recursive: true, force: true });
  });

  beforeEach(() => {
    folder = makeService();
  });

  afterEach(() => {
    pane?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  /** Type the command that opens the composer, followed by its exit code. */
  function open(env: Readonly<Record<string, string>> = {}, words = 'compose', size = {}): Pane {
    pane = openPane(folder, env, size);
    pane.press(`clear; ${process.execPath} ${tool.bin} ${words}; echo "code $?"`, 'Enter');
    return pane;
  }

  const OFFLINE = 'compose --no-install --verify none';

  test('a whole session: what was found, a tick, an option with a fault, the plan, a diff, applying', async () => {
    const at = open({}, OFFLINE);
    await at.shows('type to find among');
    expectScreen(__dirname, 'opened', at.screen());
    at.press('h', 'e', 'a', 'l', 't', 'h');
    await at.shows('Search: health_');
    at.press('Space', 'Escape');
    await at.shows('1 to add, 2 come along');
    await at.shows('type to find among');
    expectScreen(__dirname, 'ticked', at.screen());
    at.press('Enter');
    await at.shows('Show the plan');
    at.press('Down', 'Down', 'Down', 'soon');
    await at.shows('Not yet right');
    expectScreen(__dirname, 'fault', at.screen());
    at.press('BSpace', 'BSpace', 'BSpace', 'BSpace', '750', 'Enter', 'Enter');
    await at.shows('the plan: ');
    at.press('Down', 'Down', 'Enter');
    await at.shows('+++ b/package.json');
    expectScreen(__dirname, 'diff', at.screen());
    at.press('Escape');
    await at.shows('the plan: ');
    at.press('Tab');
    await at.shows('Enter writes the files');
    at.press('Enter');
    const last = await at.shows('code 0');
    expect(last).toMatch(/^Done: parcels: \d+ created, 2 changed\./);
    expect(contents(folder)['joinery.json']).toContain('"cacheMs": 750');
  });

  test('giving up leaves the terminal as it was and the service too, wherever it happens', async () => {
    const before = contents(folder);
    const at = open({}, OFFLINE);
    await at.shows('type to find among');
    at.press('C-c');
    expect(await at.shows('code 130')).toMatch(/^Cancelled; nothing was written\.\ncode 130\n\$/);
    at.press(`clear; ${process.execPath} ${tool.bin} ${OFFLINE}; echo "code $?"`, 'Enter');
    await at.shows('type to find among');
    at.press('Space', 'Enter');
    await at.shows('Show the plan');
    at.press('C-c');
    await at.shows('code 130');
    at.press(`clear; ${process.execPath} ${tool.bin} ${OFFLINE}; echo "code $?"`, 'Enter');
    await at.shows('type to find among');
    at.press('Space', 'Enter');
    await at.shows('Show the plan');
    at.press('Tab', 'Enter');
    await at.shows('the plan: ');
    at.press('C-c');
    await at.shows('code 130');
    expect(contents(folder)).toEqual(before);
    at.press('clear; echo "the line $((40 + 2)) is edited as before"', 'Enter');
    await at.shows('the line 42 is edited as before');
  });

  test('the window may shrink until nothing fits, and grow again', async () => {
    const at = open({}, OFFLINE);
    await at.shows('type to find among');
    at.resize(50, 14);
    await at.shows(/^Joinery {2}parcels.*\n─{50}\n/);
    expectScreen(__dirname, 'narrow', await at.shows('❯'));
    at.resize(30, 6);
    await at.shows('This window is 30x6.');
    at.resize(110, 30);
    expectScreen(__dirname, 'grown', await at.shows(/^Joinery {2}parcels.*\n─{110}\n/));
    at.press('C-c');
    await at.shows('code 130');
  });

  test('with NO_COLOR there are no colours, without it there are', async () => {
    const plain = open({ NO_COLOR: '1' }, OFFLINE);
    await plain.shows('type to find among');
    expect(plain.colours()).not.toContain(`${ESC}[3`);
    plain.close();
    const coloured = open({}, OFFLINE);
    await coloured.shows('type to find among');
    expect(coloured.colours()).toContain(`${ESC}[3`);
  });

  test('a terminal without Unicode gets ASCII', async () => {
    const at = open({ LC_ALL: 'C', LANG: 'C' }, OFFLINE);
    expectScreen(__dirname, 'ascii', await at.shows('type to find among'));
  });

  test('a dumb terminal gets plain questions, and Ctrl-C leaves', async () => {
    const at = open({ TERM: 'dumb' }, OFFLINE, { rows: 40 });
    await at.shows('Enter for basic:');
    at.press('Enter');
    await at.shows('Enter to go on:');
    // Above it stands the command as it was typed, on as many lines as the length of its path takes.
    expectScreen(__dirname, 'dumb', at.screen().replace(/^.*?(?=Joinery found)/s, ''));
    at.press('C-c');
    await at.shows('code 130');
  });

  test.each(['orders-express', 'catalog-fastify', 'tickets-nest'])('a session in %s', async (example) => {
    const service = realpathSync(mkdtempSync(join(tmpdir(), 'example-')));
    cpSync(join(__dirname, '../../../../../examples', example), service, {
      recursive: true,
      filter: (path) => !/node_modules|\/dist(\/|$)/.test(path),
    });
    const at = open({}, `${OFFLINE} -C ${service}`);
    await at.shows('type to find among');
    at.press('health');
    await at.shows('Search: health_');
    at.press('Space', 'Enter');
    await at.shows('Show the plan');
    at.press('Tab', 'Enter');
    await at.shows('the plan: ');
    at.press('Tab', 'Enter');
    await at.shows(/Done: .*\n[\s\S]*code 0/);
    expect(Object.keys(contents(service))).toEqual(
      expect.arrayContaining(['joinery.json', 'joinery.lock.json']),
    );
    rmSync(service, { recursive: true, force: true });
  });

  test('without a terminal on one side nothing is asked', async () => {
    const at = open({}, 'compose < /dev/null');
    await at.shows('error[no-terminal]');
    await at.shows('code 1');
    at.press(`clear; ${process.execPath} ${tool.bin} | cat; echo "code $?"`, 'Enter');
    await at.shows('what an error means');
    await at.shows('code 0');
  });
});
