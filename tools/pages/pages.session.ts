import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from '../running/joinery.ts';
import { type Place, runOrThrow } from '../running/run-command.ts';
import { handOver } from './hand-over.ts';
import { openHosts } from './hosts.ts';
import { packWorkspaces } from './pack.ts';
import { PAGES } from './pages.ts';
import { type Command, readSessions } from './sessions.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'joinery-pages-')));
// Concurrent tests begin before hooks do.
const opened = packWorkspaces(folder).then((tarballs) => openHosts(tarballs, folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

for (const page of PAGES) {
  for (const session of readSessions(readFileSync(join(ROOT, page), 'utf8'))) {
    test.concurrent(`${page}, session ${session.name}`, async () => {
      const cwd = await (await opened).make(session);
      const place = await handOver(session, cwd);
      for (const { line, commands } of session.blocks) {
        for (const command of commands) expectOutput(command, await run(command, place), `${page}:${line}`);
      }
      rmSync(cwd, { recursive: true, force: true });
    });
  }
}

async function run({ text }: Command, place: Place): Promise<string> {
  return stripVTControlCharacters(await runOrThrow(['bash', '-c', text], place));
}

/** The lines that the page shows must come in its order; others may stand between them. */
function expectOutput({ text, shows }: Command, output: string, where: string): void {
  let from = 0;
  for (const shown of shows) {
    const at = output.indexOf(shown, from);
    if (at === -1) throw new Error(`${where}: \`${text}\` does not print "${shown}" but:\n${output}`);
    from = at + shown.length;
  }
}
