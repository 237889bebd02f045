import { readSessions } from './sessions.ts';

const page = `
# A page

\`\`\`ts
const ignored = true;
\`\`\`

\`\`\`console run=orders-express
$ npx joinery add health \\
    --yes            # nothing is asked
Add health 1.0.0
  … src/server.ts
$ npx joinery list
\`\`\`

\`\`\`bash run=orders-express:yo
# first
npx yo joinery
\`\`\`

\`\`\`bash run=orders-express
npm test
\`\`\`

\`\`\`sh run=none
git clone somewhere
\`\`\`
`;

test('blocks of one session are run in one host, in order', () => {
  expect(readSessions(page)).toEqual([
    {
      name: 'orders-express',
      host: 'orders-express',
      blocks: [
        {
          line: 8,
          commands: [
            { text: 'npx joinery add health --yes', shows: ['Add health 1.0.0', 'src/server.ts'] },
            { text: 'npx joinery list', shows: [] },
          ],
        },
        { line: 21, commands: [{ text: 'npm test', shows: [] }] },
      ],
    },
    {
      name: 'orders-express:yo',
      host: 'orders-express',
      blocks: [{ line: 16, commands: [{ text: 'npx yo joinery', shows: [] }] }],
    },
  ]);
});

test('a block that does not say whether it is run is a fault', () => {
  expect(() => readSessions('\n```bash\nls\n```\n')).toThrow('The block on line 2 says neither');
});
