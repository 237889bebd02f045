import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Compare a screen with the one kept under `cases/`; with `JOINERY_KEEP_SCREENS=1` it is kept as it is now. */
export function expectScreen(folder: string, name: string, text: string): void {
  const file = join(folder, 'cases', `${name}.txt`);
  const screen = `${text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd()}\n`;
  if (process.env.JOINERY_KEEP_SCREENS !== undefined) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, screen);
  }
  expect(screen).toBe(readFileSync(file, 'utf8'));
}
