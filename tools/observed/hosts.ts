import type { Framework } from '@joinery/kit';
import type { HostFiles } from '@joinery/testing';

const DEPENDENCIES: Readonly<Record<Framework, Readonly<Record<string, string>>>> = {
  express: { express: '^5.3.0' },
  fastify: { fastify: '^5.12.8' },
  koa: { koa: '^3.3.0', '@koa/router': '^15.7.0' },
  hono: { hono: '^4.13.19', '@hono/node-server': '^2.1.8' },
  nest: {
    '@nestjs/common': '^11.1.0',
    '@nestjs/core': '^11.1.0',
    '@nestjs/platform-express': '^11.1.0',
    'reflect-metadata': '^0.2.2',
    rxjs: '^7.8.2',
  },
  'node-http': {},
};

/** `answer` takes a moment, and fails of `broken`; `relay` asks another service, by `fetch` and by `node:http`. */
const WORK = `import { get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

export async function answer(id: string): Promise<string> {
  await wait(20);
  if (id === 'broken') throw new RangeError('no stock');
  return \`order \${id}\`;
}

export async function relay(id: string): Promise<string> {
  const peer = process.env['PEER'] ?? '';
  const first = await (await fetch(\`\${peer}/orders/\${id}\`)).text();
  const second = await new Promise<string>((resolve, reject) => {
    get(\`\${peer}/orders/\${id}\`, (response) => {
      response.resume().once('end', () => resolve('and again'));
    }).once('error', reject);
  });
  return \`\${first} \${second}\`;
}
`;

const PORT = "const port = Number(process.env['PORT'] ?? 3000);";

const MAIN: Readonly<Record<Framework, string>> = {
  express: `import express from 'express';
import { answer, relay } from './work.js';

const app = express();
${PORT}
app.get('/orders/:id', async (request, response) => void response.send(await answer(request.params.id)));
app.get('/relay/:id', async (request, response) => void response.send(await relay(request.params.id)));
app.listen(port);
`,
  fastify: `import { fastify } from 'fastify';
import { answer, relay } from './work.js';

const app = fastify();
${PORT}
app.get<{ Params: { id: string } }>('/orders/:id', (request) => answer(request.params.id));
app.get<{ Params: { id: string } }>('/relay/:id', (request) => relay(request.params.id));
await app.listen({ port, host: '127.0.0.1' });
`,
  koa: `import Router from '@koa/router';
import Koa from 'koa';
import { answer, relay } from './work.js';

const app = new Koa();
app.silent = true;
const router = new Router();
${PORT}
router.get('/orders/:id', async (context) => {
  context.body = await answer(context.params.id);
});
router.get('/relay/:id', async (context) => {
  context.body = await relay(context.params.id);
});
app.use(router.routes());
app.listen(port);
`,
  hono: `import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { answer, relay } from './work.js';

const app = new Hono();
${PORT}
app.get('/orders/:id', async (context) => context.text(await answer(context.req.param('id'))));
app.get('/relay/:id', async (context) => context.text(await relay(context.req.param('id'))));
serve({ fetch: app.fetch, port });
`,
  nest: `import 'reflect-metadata';
import { Controller, Get, Module, Param } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { answer, relay } from './work.js';

@Controller()
class Orders {
  @Get('orders/:id')
  answer(@Param('id') id: string): Promise<string> {
    return answer(id);
  }

  @Get('relay/:id')
  relay(@Param('id') id: string): Promise<string> {
    return relay(id);
  }
}

@Module({ imports: [], controllers: [Orders] })
class AppModule {}

${PORT}
async function bootstrap(): Promise<void> {
  const app = await NestFactory.create(AppModule);
  await app.listen(port);
}
void bootstrap();
`,
  'node-http': `import { createServer } from 'node:http';
import { answer, relay } from './work.js';

${PORT}
const server = createServer(async (request, response) => {
  const [, kind = '', id = ''] = request.url?.split('/') ?? [];
  response.end(kind === 'relay' ? await relay(id) : await answer(id));
});
server.listen(port);
`,
};

/** A small service of each framework. */
export function hostOf(framework: Framework, node: string): HostFiles {
  const manifest = {
    name: `orders-${framework}`,
    version: '1.0.0',
    type: 'module',
    engines: { node },
    scripts: { start: 'node dist/main.js' },
    dependencies: DEPENDENCIES[framework],
    devDependencies: { typescript: '^5.9.0', '@types/node': '^20.0.0' },
  };
  const options = {
    target: 'es2022',
    module: 'nodenext',
    moduleResolution: 'nodenext',
    strict: true,
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
    outDir: 'dist',
    rootDir: 'src',
  };
  return {
    'package.json': JSON.stringify(manifest, null, 2),
    'tsconfig.json': JSON.stringify({ compilerOptions: options, include: ['src'] }, null, 2),
    'src/main.ts': MAIN[framework],
    'src/work.ts': WORK,
  };
}
