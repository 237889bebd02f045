import { readAsked, readGenerationWords } from './read-asked.ts';

const app = { description: '', options: [] };

test('features come as words or as lists, and flags as the parser of yo gives them', () => {
  const asked = readAsked(app, ['health,metrics@^1', 'gate'], {
    tier: 'basic',
    remove: 'a,b',
    exclude: ['c', 'd,e'],
    set: 'health.names=["a","b"]',
    latest: true,
  });
  expect(asked).toEqual({
    add: ['health', 'metrics@^1', 'gate'],
    remove: ['a', 'b'],
    set: ['health.names=["a","b"]'],
    exclude: ['c', 'd', 'e'],
    tier: 'basic',
    latest: true,
  });
});

test('without flags nothing is asked', () => {
  expect(readAsked(app, [], { remove: true })).toEqual({
    add: [],
    remove: [],
    set: [],
    exclude: [],
    tier: undefined,
    latest: false,
  });
});

test('the flags of a feature become its settings, in the type its schema says', () => {
  const options = [
    { name: 'path', type: 'string', description: '' },
    { name: 'port', type: 'integer', description: '' },
    { name: 'names', type: 'array', description: '' },
    { name: 'left', type: 'string', description: '' },
  ];
  const flags = { path: 9, port: '90', names: 'a,b' };
  const asked = readAsked({ description: '', feature: 'lamp', options }, ['ignored'], flags);
  expect(asked.add).toEqual(['lamp']);
  expect(asked.set).toEqual(['lamp.path="9"', 'lamp.port=90', 'lamp.names=["a","b"]']);
});

test('a name, or a kind and a name, is something to generate; without them the feature is only added', () => {
  const generators = [
    { kind: 'aggregate', summary: '', arguments: { fields: '' } },
    { kind: 'entity', summary: '', arguments: { of: '', fields: '' } },
  ];
  const declaration = { description: '', feature: 'ddd-aggregate', options: [], generators };
  expect(readGenerationWords(declaration, ['Order'], { fields: 'total:Money', yes: true })).toEqual({
    what: 'ddd-aggregate',
    name: 'Order',
    arguments: { fields: 'total:Money' },
  });
  expect(readGenerationWords(declaration, ['entity', 'Line'], { of: 'Order' })).toEqual({
    what: 'ddd-aggregate:entity',
    name: 'Line',
    arguments: { of: 'Order' },
  });
  expect(readGenerationWords(declaration, [], {})).toBeUndefined();
  expect(readGenerationWords(app, ['health'], {})).toBeUndefined();
});
