import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { loadMorph, ts } from '../../syntax/morph.ts';
import { REJECTIONS } from './rejections.ts';

type Pass = (app: express.Application) => void;

/** The generated file, as the host would run it. */
function generated(): Pass {
  loadMorph();
  const text = REJECTIONS.parts.map((part) => (typeof part === 'string' ? part : part.name)).join('');
  const { outputText } = ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  const exported: { passRejections?: Pass } = {};
  new Function('exports', outputText)(exported);
  if (exported.passRejections === undefined) throw new Error('nothing is exported');
  return exported.passRejections;
}

const passRejections = generated();
const VERSIONS: readonly (readonly [string, typeof express])[] = [
  ['4', jest.requireActual('express-4')],
  ['5', express],
];

describe.each(VERSIONS)('on Express %s', (_, create) => {
  const app = create();
  const server = createServer(app);
  const async = async () => {
    throw new Error('late');
  };
  const nested = create.Router();
  nested.get('/rejects', async);
  nested.get('/nothing', () => Promise.reject());
  app.get('/rejects', async);
  app.get('/throws', () => {
    throw new Error('at once');
  });
  app.get('/rejects-twice', async);
  app.get('/passes', (_request, _response, next) => next());
  app.get('/passes', (_request, response) => void response.send('passed'));
  app.use('/nested', nested);
  app.use(
    async (
      error: Error,
      request: express.Request,
      _response: express.Response,
      _next: express.NextFunction,
    ) => {
      if (request.path === '/rejects-twice') throw new Error('in the handler');
      throw error;
    },
  );
  // Twice is once.
  passRejections(app);
  passRejections(app);
  app.use(
    (error: Error, _request: express.Request, response: express.Response, _next: express.NextFunction) => {
      response.status(500).send(error.message);
    },
  );

  beforeAll(async () => {
    server.listen(0);
    await once(server, 'listening');
  });
  afterAll(() => server.close());

  it.each([
    ['/rejects', 500, 'late'],
    ['/throws', 500, 'at once'],
    ['/rejects-twice', 500, 'in the handler'],
    ['/nested/rejects', 500, 'late'],
    ['/nested/nothing', 500, expect.stringMatching(/^Reject/)],
    ['/passes', 200, 'passed'],
    ['/nowhere', 404, expect.stringContaining('Cannot GET')],
  ])('%s is answered', async (path, status, body) => {
    expect(await get(server, path)).toEqual({ status, body });
  });
});

test('an app without routes is left alone', () => {
  const bare = VERSIONS[0]?.[1]() ?? express();
  expect(() => passRejections(bare)).not.toThrow();
});

async function get(server: ReturnType<typeof createServer>, path: string) {
  const { port } = server.address() as AddressInfo;
  const sent = request({ host: '127.0.0.1', port, path }).end();
  const [response] = await once(sent, 'response');
  response.setEncoding('utf8');
  const chunks: string[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode, body: chunks.join('') };
}
