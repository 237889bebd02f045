import { join } from 'node:path';
import { type HostFiles, readHostFiles } from '../host-files.ts';

/** A fixture that fails when asked to, so that what sees failures can be tried. */
export interface FailingHost {
  readonly name: string;
  readonly files: HostFiles;
  /** The built entry. */
  readonly main: string;
  readonly fails: string;
  /** A path no route knows; absent where the host answers every path itself. */
  readonly unknown?: string;
  /** Package → folder in node_modules to find it in instead. */
  readonly links?: Readonly<Record<string, string>>;
}

interface Recipe extends Omit<FailingHost, 'files'> {
  readonly fixture: string;
  readonly edits: Readonly<Record<string, readonly (readonly [before: string, after: string])[]>>;
}

const THROW = "throw new Error('boom')";
const NEST_ROUTE = `  @Get('fails')\n  async fails() {\n    ${THROW};\n  }\n\n`;
const NEST = {
  fixture: 'tickets-nest',
  main: 'dist/main.js',
  fails: '/api/tickets/fails',
  unknown: '/nowhere',
};
const NEST_EDITS = {
  'src/tickets.controller.ts': [["  @Get(':id')", `${NEST_ROUTE}  @Get(':id')`]],
} as const;
const PATHS = { fails: '/fails', unknown: '/nowhere' };

/** A handler that fails, by a rejection wherever the framework has promises. */
const RECIPES: readonly Recipe[] = [
  {
    name: 'Express 5',
    fixture: 'parcels-express',
    edits: {
      'src/server.ts': [['\nconst port', `service.get('/fails', async () => { ${THROW}; });\n\nconst port`]],
    },
    main: 'dist/server.js',
    ...PATHS,
  },
  {
    name: 'Express 4',
    fixture: 'ledger-express-class',
    edits: {
      'src/app.ts': [
        ['this.app.get(', `this.app.get("/fails", async () => { ${THROW} })\n        this.app.get(`],
      ],
    },
    main: 'build/index.js',
    ...PATHS,
    links: { express: 'express-4' },
  },
  {
    name: 'Fastify',
    fixture: 'stock-fastify',
    edits: {
      'src/build.ts': [
        ['  return stock', `  stock.get('/fails', async () => { ${THROW}; });\n  return stock`],
      ],
    },
    main: 'dist/main.js',
    ...PATHS,
  },
  { name: 'Nest on Express', edits: NEST_EDITS, ...NEST },
  {
    name: 'Nest on Fastify',
    edits: {
      ...NEST_EDITS,
      'package.json': [['"@nestjs/platform-express"', '"@nestjs/platform-fastify"']],
      'src/main.ts': [
        ['import', "import { FastifyAdapter } from '@nestjs/platform-fastify';\nimport"],
        ['create(TicketsModule)', 'create(TicketsModule, new FastifyAdapter())'],
      ],
    },
    ...NEST,
  },
  {
    name: 'Koa',
    fixture: 'invoices-koa',
    edits: {
      'src/index.ts': [
        ['  ctx.body =', `  if (ctx.path === '/fails') ${THROW};\n  if (ctx.path !== '/nowhere') ctx.body =`],
      ],
    },
    main: 'lib/index.js',
    ...PATHS,
  },
  {
    name: 'Hono',
    fixture: 'routes-hono',
    edits: { 'src/index.ts': [['\nserve(', `routes.get('/fails', async () => { ${THROW} })\n\nserve(`]] },
    main: 'dist/index.js',
    ...PATHS,
  },
  {
    name: 'node:http',
    fixture: 'echo-http',
    edits: {
      'src/main.ts': [
        [
          '(request, response) => {',
          `async (request, response) => {\n\tif (request.url === '/fails') ${THROW}`,
        ],
      ],
    },
    main: 'dist/main.js',
    fails: '/fails',
  },
];

/** The fixtures of every framework. */
export function failingHosts(): readonly FailingHost[] {
  return RECIPES.map(({ fixture, edits, ...host }) => {
    const files = readHostFiles(join(__dirname, '../../fixtures', fixture));
    const changed = Object.entries(edits).map(([path, changes]) => {
      const text = changes.reduce((before, [from, to]) => replaced(before, from, to), files[path] ?? '');
      return [path, text] as const;
    });
    return { ...host, files: { ...files, ...Object.fromEntries(changed) } };
  });
}

function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`a fixture does not hold ${from}`);
  return text.replace(from, to);
}
