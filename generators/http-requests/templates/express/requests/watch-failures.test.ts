import { once } from 'node:events';
import express, { type ErrorRequestHandler } from 'express';
import { record, send } from '../../../fixtures/recorder.ts';
import { observeRequests } from './middleware.ts';

const VERSIONS: readonly (readonly [string, typeof express])[] = [
  ['4', jest.requireActual('express-4')],
  ['5', express],
];

const answer: ErrorRequestHandler = (_error, _request, response, _next) => {
  response.status(500).end();
};

async function failuresOf(app: express.Express, ...paths: readonly string[]) {
  const server = app.listen(0);
  await once(server, 'listening');
  await send(server, ...paths.map((path) => ['GET', path] as const));
  server.close();
}

describe.each(VERSIONS)('failures on Express %s', (_version, create) => {
  test.each([
    ['people answer them', true],
    ['nobody does', false],
  ])('are seen once where %s, before and behind their handler', async (_who, answered) => {
    const recorder = record();
    const app = create();
    app.set('env', 'test');
    app.use(observeRequests(recorder.requests));
    app.get('/early', () => {
      throw new Error('early');
    });
    if (answered) app.use(answer);
    app.get('/late', (_request, _response, next) => next(new Error('late')));
    if (answered) app.use(answer);
    app.get('/fine', (_request, response) => void response.end());
    await failuresOf(app, '/early', '/fine', '/late', '/early', '/nowhere');
    expect(recorder.failures()).toEqual(['early', 'late', 'early']);
    expect(recorder.counts()).toMatchObject({ 'GET /early 500': 2, 'GET /late 500': 1 });
  });
});
