import { checkLaws, wireAll } from '../testing/check-case.ts';

/** A service in one file of more than three thousand lines, as they grow over the years. */
const HANDLERS = Array.from(
  { length: 600 },
  (_, index) => `// ${index}: kept as it was
app.get('/tiles/${index}', (request, response) => {
  const app = request.app; /* shadows */
  response.json({ tile: ${index}, at: app.path() });
});`,
);
const LONG = `import express from 'express';

const app = express();

${HANDLERS.join('\n')}

app.listen(3000);
`;

test('a file of three thousand lines is edited in its few places, and restored', async () => {
  const host = { 'src/main.ts': LONG };
  const facts = { errors: true };
  const edited = await checkLaws(host, await wireAll(host, facts), facts);
  const lines = (edited['src/main.ts'] ?? '').split('\n');
  const before = new Set(LONG.split('\n'));
  expect(LONG.split('\n').length).toBeGreaterThan(3_000);
  expect(lines.filter((line) => !before.has(line))).toEqual([
    "import './platform/config/env.js';",
    "import { installPlatform, installPlatformErrors, superviseServer } from './platform/index.js';",
    'installPlatform(app);',
    'installPlatformErrors(app);',
    'const server = app.listen(3000);',
    'superviseServer(server);',
  ]);
});
