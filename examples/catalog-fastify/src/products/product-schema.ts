export const productSchema = {
  type: 'object',
  required: ['sku', 'title', 'cents'],
  additionalProperties: false,
  properties: {
    sku: { type: 'string', pattern: '^[a-z]+-[0-9]+$' },
    title: { type: 'string', minLength: 1 },
    cents: { type: 'integer', minimum: 0 },
  },
} as const;
