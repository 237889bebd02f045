import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SIGNALS } from '../../packages/engine/src/recommend/signals/signals.ts';

test('docs/write-a-feature.md lists every signal as it is', () => {
  const text = readFileSync(join(__dirname, '../../docs/write-a-feature.md'), 'utf8');
  const section = text.slice(text.indexOf('### Signals'), text.indexOf('## The plan'));
  const listed = [...section.matchAll(/^\| `([a-z-]+)` \| (.*) \|$/gm)].map((match) => [match[1], match[2]]);
  expect(listed).toEqual(Object.entries(SIGNALS).map(([name, { found }]) => [name, found]));
});
