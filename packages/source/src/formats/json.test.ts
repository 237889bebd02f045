import { editJson } from './json.ts';

const text =
  '{\n  // mine\n  "tier": "basic",\n  "features": {\n    "audit": "^1",\n    "slo": "^1" // keep\n  }\n}\n';

test('adds in sorted place, keeps comments, and takes out to the same bytes', () => {
  const added = editJson(text, ['features', 'health'], '^1.0.0');
  expect(added).toContain('    "audit": "^1",\n    "health": "^1.0.0",\n    "slo": "^1" // keep\n');
  expect(editJson(added, ['features', 'health'], undefined)).toBe(text);
});

test('replaces a value and creates objects on the way', () => {
  expect(editJson(text, ['tier'], 'advanced')).toBe(text.replace('basic', 'advanced'));
  expect(editJson('{}\n', ['features', 'health'], { range: '^1' })).toBe(
    '{\n  "features": {\n    "health": {\n      "range": "^1"\n    }\n  }\n}\n',
  );
});
