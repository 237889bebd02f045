import { readAsked } from './read-asked.ts';

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
