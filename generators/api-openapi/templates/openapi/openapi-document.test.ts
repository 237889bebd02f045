import { z } from 'zod';
import { breakingChanges } from './breaking-changes.ts';
import { buildDocument } from './document.ts';

const route = {
  method: 'get',
  path: '/v1/lamps/{id}',
  summary: 'One lamp',
  params: z.object({ id: z.string() }),
  responses: { 200: { description: 'The lamp', body: z.object({ watts: z.number() }) } },
} as const;

test('a document holds every route, with JSON schemas as they are', () => {
  const document = buildDocument('lamps', '1.0.0', [route]);
  expect(document).toMatchObject({
    openapi: '3.1.0',
    paths: {
      '/v1/lamps/{id}': {
        get: {
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          responses: {
            200: {
              content: {
                'application/json': { schema: { properties: { watts: { type: 'number' } } } },
              },
            },
            default: { content: { 'application/problem+json': {} } },
          },
        },
      },
    },
  });
  expect(JSON.stringify(document)).not.toContain('$schema');
  expect(breakingChanges(document, document)).toEqual([]);
});
