import { describeStarter } from './describe-starter.ts';
import { SLOW_MS, SLOW_STARTED } from './starter.ts';

const plugin = (body: string) => `import { type FastifyPluginAsync } from 'fastify'

const routes: FastifyPluginAsync = async (fastify): Promise<void> => {
${body}
}

export default routes
`;

describeStarter({
  name: 'fastify-cli',
  generate: [
    { command: 'npx fastify-cli@8 generate service --lang=ts' },
    // As generated it asks for TypeScript 6, with which its own build fails (TS5011).
    { command: 'npm install --save-dev typescript@5.9', in: 'service' },
  ],
  build: ['npm run build:ts'],
  // The commands of its `npm test`, with the pattern expanded: Node 20's test runner takes files only.
  test: ['npx tsc -p test/tsconfig.json', 'npx c8 node --test -r ts-node/register test/**/*.ts'],
  // The command before has checked the types of the same files; ts-node need not do it again for each.
  env: { TS_NODE_TRANSPILE_ONLY: 'true', FASTIFY_ADDRESS: '127.0.0.1' },
  start: { script: 'start' },
  routes: [
    {
      file: 'src/routes/orders/index.ts',
      text: plugin(
        "  fastify.get<{ Params: { id: string } }>('/:id', async ({ params }) => ({ id: params.id }))",
      ),
    },
    {
      file: 'src/routes/slow/index.ts',
      text: plugin(`  fastify.get('/', async () => {
    console.log('${SLOW_STARTED}')
    await new Promise((resolve) => setTimeout(resolve, ${SLOW_MS}))
    return 'done'
  })`),
    },
  ],
});
