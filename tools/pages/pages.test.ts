import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../running/joinery.ts';
import { PAGES } from './pages.ts';
import { readSessions } from './sessions.ts';

test.each(PAGES)('%s says of each shell block whether it is run', (page) => {
  expect(() => readSessions(readFileSync(join(ROOT, page), 'utf8'))).not.toThrow();
});

test('the documentation is found, the records of decisions are left out', () => {
  expect(PAGES).toEqual(expect.arrayContaining(['README.md', 'docs/nx.md', 'docs/start/index.md']));
  expect(PAGES.some((page) => page.includes('decisions'))).toBe(false);
});
