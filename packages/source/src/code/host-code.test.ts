import { memoryTree } from '@joinery/engine';
import type { Framework } from '@joinery/kit';
import { profileOf } from '../testing/host.ts';
import { readCode } from './host-code.ts';

function codeOf(framework: Framework, files: Readonly<Record<string, string>>) {
  return readCode(memoryTree(files), profileOf(files, { framework, entry: 'src/server.ts' }));
}

const string = { kind: 'string' };
const number = { kind: 'number' };
const field = (name: string, shape: object, optional = false) => ({ name, optional, shape });

test('routes are told with their prefixes, and bodies followed into the functions that read them', () => {
  const code = codeOf('express', {
    'src/server.ts': `import express from 'express';
import { orders } from './orders';
const app = express();
app.use('/v1/orders', orders(new Map()));
app.get('/ping', (request, response) => response.send('pong'));
app.set('view engine', 'none');
app.get('env');
`,
    'src/orders.ts': `import { Router } from 'express';
import { parse as parseOrder } from './parse';
export function orders(all: Map<string, unknown>) {
  const router = Router();
  router.post('/', (request, response) => response.json(parseOrder(request.body)));
  router.route('/:id').put(({ params, body: { note = '', urgent } }, response) => {
    if (urgent === true) all.set(params.id, note);
    response.end();
  });
  return router;
}
`,
    'src/parse.ts': `export function parse(body: unknown) {
  if (!isRecord(body) || typeof body.customer !== 'string') throw new Error();
  const { lines, count } = body;
  if (!Array.isArray(lines) || !Number.isInteger(count)) throw new Error();
  return lines.map(({ sku, price }) => ({ sku: sku.trim(), price: price * 100 }));
}
function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
`,
  });
  const line = { kind: 'object', open: false, fields: [field('sku', string), field('price', number)] };
  expect(code.routes()).toMatchObject([
    { method: 'GET', path: '/ping', checked: false },
    {
      method: 'POST',
      path: '/v1/orders',
      call: { file: 'src/orders.ts', line: 5, of: 'router.post', first: "'/'", nth: 0 },
      body: {
        kind: 'object',
        open: false,
        fields: [
          field('customer', string),
          field('lines', { kind: 'list', item: line }),
          field('count', number),
        ],
      },
    },
    {
      method: 'PUT',
      path: '/v1/orders/:id',
      params: { kind: 'object' },
      body: { fields: [field('note', string, true), field('urgent', { kind: 'boolean' })] },
    },
  ]);
});

test('the types that people gave count, followed through imports; what is checked already is said', () => {
  const code = codeOf('fastify', {
    'src/server.ts': `import Fastify from 'fastify';
import type { Place } from './place';
import { z } from 'zod';
const app = Fastify({ logger: true });
app.post<{ Body: Place; Querystring: { dry?: boolean } }>('/orders', async (request) => request.body);
app.put('/orders/:id', { schema: { body: {} } }, async (request) => request.body);
app.patch('/orders', async (request) => z.object({}).parse(request.body));
app.delete('/orders', async (request) => { const body = request.body as Partial<Pick<Place, 'note'>>; return body.note; });
`,
    'src/place.ts': `export interface Place {
  readonly kind: 'gift' | 'own';
  readonly items: readonly Item[];
  note?: string;
}
type Item = { sku: string; count: number | undefined };
`,
  });
  const item = { kind: 'object', open: false, fields: [field('sku', string), field('count', number, true)] };
  const [post, put, patch, remove] = code.routes();
  expect(post).toMatchObject({
    checked: false,
    query: { fields: [field('dry', { kind: 'boolean' }, true)] },
    body: {
      open: false,
      fields: [
        field('kind', { kind: 'literals', values: ['gift', 'own'] }),
        field('items', { kind: 'list', item }),
        field('note', string, true),
      ],
    },
  });
  expect([put?.checked, patch?.checked]).toEqual([true, true]);
  expect(remove).toMatchObject({ checked: false, body: { fields: [field('note', string, true)] } });
  expect(code.calls(['fastify'])).toMatchObject([
    { file: 'src/server.ts', line: 4, given: 'object', nth: 0 },
  ]);
});

test('Koa, Hono and Nest read requests in their own words', () => {
  const koa = codeOf('koa', {
    'src/server.ts': `import Router from '@koa/router';
const router = new Router({ prefix: '/notes' });
router.post('/:book', async (ctx) => { const { text } = ctx.request.body as { text: string }; ctx.body = text + ctx.query.lang; });
`,
  });
  expect(koa.routes()).toMatchObject([
    {
      path: '/notes/:book',
      body: { fields: [field('text', string)] },
      query: { fields: [field('lang', { kind: 'unknown' })] },
    },
  ]);
  const hono = codeOf('hono', {
    'src/server.ts': `import { Hono } from 'hono';
const notes = new Hono();
notes.post('/', async (c) => { const { text } = await c.req.json<{ text: string }>(); return c.text(text + c.req.query('lang')); });
const app = new Hono();
app.route('/notes', notes);
`,
  });
  expect(hono.routes()).toMatchObject([
    { path: '/notes', body: { fields: [field('text', string)] }, query: { fields: [{ name: 'lang' }] } },
  ]);
  const nest = codeOf('nest', {
    'src/server.ts': `import { Body, Controller, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Note } from './note';
@Controller('notes')
export class Notes {
  @Post(':book')
  add(@Param('book', ParseIntPipe) book: number, @Body() note: Note) {}
  @Post()
  all(@Body(new Checked()) notes: Note[]) {}
}
`,
    'src/note.ts': 'export class Note { text!: string; static empty: Note; tags?: string[] }\n',
  });
  expect(nest.routes()).toMatchObject([
    {
      method: 'POST',
      path: '/notes/:book',
      call: { of: 'Body', first: '', nth: 0, within: 'Notes.add' },
      body: { fields: [field('text', string), field('tags', { kind: 'list', item: string }, true)] },
    },
    { path: '/notes', checked: true },
  ]);
});

test('generated code and files that do not parse are passed over; nothing is read before it is asked', () => {
  let reads = 0;
  const files = {
    'src/server.ts': `import './platform/index'; import './broken'; fetch('http://a');`,
    'src/platform/index.ts': `fetch('http://b');`,
    'src/broken.ts': `fetch('http://c'`,
  };
  const tree = memoryTree(files);
  const counting = {
    ...tree,
    list: (path: string) => tree.list(path),
    read: (path: string) => {
      reads += 1;
      return tree.read(path);
    },
  };
  const code = readCode(counting, profileOf(files, { entry: 'src/server.ts' }));
  expect(reads).toBe(0);
  expect(code.calls(['fetch'])).toMatchObject([{ file: 'src/server.ts', first: "'http://a'" }]);
});
