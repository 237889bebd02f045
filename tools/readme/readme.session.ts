import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from '../running/joinery.ts';
import { type Place, runOrThrow } from '../running/run-command.ts';
import { handOver } from './hand-over.ts';
import { makeHost } from './make-host.ts';
import { packWorkspaces } from './pack.ts';
import { type Command, readSessions } from './sessions.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'joinery-readme-')));
let tarballs: readonly string[] = [];

beforeAll(async () => {
  tarballs = await packWorkspaces(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

for (const session of readSessions(readFileSync(join(ROOT, 'README.md'), 'utf8'))) {
  test(`README.md, session ${session.name}`, async () => {
    const place = await handOver(session, await makeHost(session, tarballs, folder));
    for (const { line, commands } of session.blocks) {
      for (const command of commands) expectOutput(command, await run(command, place), line);
    }
  });
}

async function run({ text }: Command, place: Place): Promise<string> {
  return stripVTControlCharacters(await runOrThrow(['bash', '-c', text], place));
}

/** The lines that the page shows must come in its order; others may stand between them. */
function expectOutput({ text, shows }: Command, output: string, line: number): void {
  let from = 0;
  for (const shown of shows) {
    const at = output.indexOf(shown, from);
    if (at === -1)
      throw new Error(`README.md:${line}: \`${text}\` does not print "${shown}" but:\n${output}`);
    from = at + shown.length;
  }
}
