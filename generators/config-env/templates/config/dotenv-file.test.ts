import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDotenvFile } from './dotenv-file.ts';

test('adds what the file says to the environment, which wins and is not changed', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'dotenv-')), '.env');
  writeFileSync(file, 'PATH=nowhere\nLAMP_COLOUR=red # warm\n');
  expect(withDotenvFile(file)).toEqual({ ...process.env, LAMP_COLOUR: 'red' });
  expect(process.env).not.toHaveProperty('LAMP_COLOUR');
  expect(withDotenvFile(`${file}.none`)).toBe(process.env);
});
