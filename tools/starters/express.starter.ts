import { describeStarter } from './describe-starter.ts';
import { SLOW_MS, SLOW_STARTED } from './starter.ts';

describeStarter({
  name: 'express-generator-typescript',
  generate: [
    { command: 'npx express-generator-typescript service' },
    // As generated it asks for TypeScript 6, with which its own build fails (TS5101, TS5011).
    { command: 'npm install --save-dev typescript@5.9', in: 'service' },
  ],
  build: ['npm run build', 'npm run type-check'],
  test: ['npm test'],
  written: ['src/repos/common/database.test.json'],
  start: { script: 'start' },
  prefix: '/api',
  routes: [
    {
      file: 'src/routes/apiRouter.ts',
      before: 'apiRouter.use(Paths.Users._, userRouter);\n',
      insert: `apiRouter.get('/orders/:id', (req, res) => {
  res.json({ id: req.params.id });
});
apiRouter.get('/slow', (_, res) => {
  process.stdout.write('${SLOW_STARTED}');
  setTimeout(() => res.send('done'), ${SLOW_MS});
});
`,
    },
  ],
});
