import type { HostFiles } from '@joinery/testing';

/** A service of our own on one framework. */
export interface Host {
  readonly files: HostFiles;
  readonly alias?: Readonly<Record<string, string>>;
}

type Packages = Readonly<Record<string, string>>;

/** Small services whose handlers `/sync` and `/async` fail, and whose `/ok` answers; one on each framework. */
export const HOSTS: Readonly<Record<string, Host>> = {
  'Express 4': { files: express('^4.22.0'), alias: { express: 'express-4' } },
  'Express 5': { files: express('^5.3.0') },
  Fastify: {
    files: host(
      { fastify: '^5.12.0' },
      `import { fastify } from 'fastify';

const app = fastify();
app.get('/ok', async () => ({ ok: true }));
app.get('/sync', () => { throw new Error('secret db password'); });
app.get('/async', async () => { await null; throw new Error('secret db password'); });
app.post('/body', async (request) => request.body);
await app.listen({ port: Number(process.env.PORT) });
`,
    ),
  },
  'Nest on Express': { files: nest('express') },
  'Nest on Fastify': { files: nest('fastify') },
  Koa: {
    files: host(
      { koa: '^3.3.0' },
      `import Koa from 'koa';

const app = new Koa();
app.use(async (context, next) => {
  if (context.path === '/ok') context.body = { ok: true };
  else if (context.path === '/sync') throw new Error('secret db password');
  else if (context.path === '/async') { await null; throw new Error('secret db password'); }
  else await next();
});
app.listen(Number(process.env.PORT));
`,
    ),
  },
  Hono: {
    files: host(
      { hono: '^4.13.0', '@hono/node-server': '^2.1.0' },
      `import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
app.get('/ok', (c) => c.json({ ok: true }));
app.get('/sync', () => { throw new Error('secret db password'); });
app.get('/async', async () => { await null; throw new Error('secret db password'); });
app.post('/body', async (c) => c.json(await c.req.json()));
serve({ fetch: app.fetch, port: Number(process.env.PORT) });
`,
    ),
  },
  'node:http': {
    files: host(
      {},
      `import { createServer } from 'node:http';

const server = createServer(async (request, response) => {
  if (request.url === '/sync') throw new Error('secret db password');
  if (request.url === '/async') { await null; throw new Error('secret db password'); }
  response.setHeader('content-type', 'application/json');
  if (request.url === '/body') {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    response.end(Buffer.concat(chunks));
    return;
  }
  response.end(JSON.stringify({ ok: true }));
});
server.listen(Number(process.env.PORT));
`,
    ),
  },
};

function express(version: string): HostFiles {
  return host(
    { express: version },
    `import express from 'express';

const app = express();
app.use(express.json());
app.get('/ok', (_request, response) => { response.json({ ok: true }); });
app.get('/sync', () => { throw new Error('secret db password'); });
app.get('/async', async () => { await null; throw new Error('secret db password'); });
app.post('/body', (request, response) => { response.json(request.body); });
app.listen(Number(process.env.PORT));
`,
  );
}

function nest(platform: 'express' | 'fastify'): HostFiles {
  const adapter = platform === 'express' ? '' : ', new FastifyAdapter()';
  const load = platform === 'express' ? '' : "import { FastifyAdapter } from '@nestjs/platform-fastify';\n";
  return {
    ...host(
      {
        '@nestjs/common': '^11.1.0',
        '@nestjs/core': '^11.1.0',
        [`@nestjs/platform-${platform}`]: '^11.1.0',
        'reflect-metadata': '^0.2.2',
        rxjs: '^7.8.2',
      },
      `import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
${load}import { AppModule } from './app.module';

async function bootstrap() {
  const app = await NestFactory.create(AppModule${adapter});
  await app.listen(Number(process.env.PORT));
}
bootstrap();
`,
      'commonjs',
    ),
    'src/app.module.ts': `import { Module } from '@nestjs/common';
import { AppController } from './app.controller';

@Module({
  imports: [],
  controllers: [AppController],
})
export class AppModule {}
`,
    'src/app.controller.ts': `import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';

@Controller()
export class AppController {
  @Get('ok')
  ok() {
    return { ok: true };
  }

  @Get('sync')
  sync() {
    throw new Error('secret db password');
  }

  @Get('async')
  async fails() {
    await null;
    throw new Error('secret db password');
  }

  @Post('body')
  @HttpCode(200)
  body(@Body() body: unknown) {
    return body;
  }
}
`,
  };
}

function host(dependencies: Packages, main: string, type: 'module' | 'commonjs' = 'module'): HostFiles {
  return {
    'package.json': `${JSON.stringify(
      {
        name: 'lamps',
        ...(type === 'module' ? { type } : {}),
        scripts: { start: 'node dist/main.js', test: 'node --test' },
        dependencies,
        devDependencies: { '@types/node': '^20.0.0' },
      },
      null,
      2,
    )}\n`,
    'tsconfig.json': `${JSON.stringify(
      {
        compilerOptions: {
          target: 'es2022',
          module: type === 'module' ? 'nodenext' : 'commonjs',
          ...(type === 'module' ? {} : { experimentalDecorators: true, emitDecoratorMetadata: true }),
          strict: true,
          outDir: 'dist',
          rootDir: 'src',
        },
        include: ['src'],
      },
      null,
      2,
    )}\n`,
    'src/main.ts': main,
  };
}
