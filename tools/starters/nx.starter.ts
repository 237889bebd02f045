import { describeStarter } from './describe-starter.ts';
import { SLOW_MS, SLOW_STARTED } from './starter.ts';

const choices = [
  '--preset=node-monorepo --appName=api --framework=express --docker=false --unitTestRunner=jest --bundler=esbuild',
  '--nxCloud=skip --packageManager=npm --interactive=false --skipGit --linter=none --formatter=none',
  '--aiAgents=none --analytics=false',
].join(' ');

describeStarter({
  name: 'nx-express',
  generate: [
    { command: `npx create-nx-workspace@23.2.1 service ${choices}` },
    // As generated it asks for TypeScript 6, with which Node 20 does not load its own jest.config.cts.
    { command: 'npm install --save-dev typescript@5.9', in: 'service' },
  ],
  service: 'apps/api',
  build: ['npx nx run-many -t build typecheck'],
  test: ['npx nx test api', 'npx nx e2e api-e2e'],
  start: { command: 'node dist/main.js' },
  routes: [
    {
      file: 'apps/api/src/main.ts',
      before: "app.get('/', (req, res) => {\n",
      insert: `app.get('/orders/:id', (req, res) => {
    res.json({ id: req.params.id });
});

app.get('/slow', (req, res) => {
    console.log('${SLOW_STARTED}');
    setTimeout(() => res.send('done'), ${SLOW_MS});
});

`,
    },
  ],
});
