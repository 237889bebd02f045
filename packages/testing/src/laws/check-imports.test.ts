import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkImports } from './check-imports.ts';

const generators = join(__dirname, '../../../../generators');
const features = readdirSync(generators, { withFileTypes: true }).filter((entry) => entry.isDirectory());

test.each(features.map(({ name }) => name))('the plan of %s imports kit and its own files only', (name) => {
  expect(checkImports(join(generators, name))).toEqual([]);
});

describe('a plan that reaches out', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'plan-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('is told what it imports and reaches for, also in files of its own', () => {
    writeFileSync(join(folder, 'plan.ts'), "import { x } from './more.ts';\nconst now = Date.now();\n");
    writeFileSync(
      join(folder, 'more.ts'),
      "import { readFileSync } from 'node:fs';\nconst t = `import 'node:net';`;\n",
    );
    expect(checkImports(folder)).toEqual([
      'L8: more.ts imports `node:fs`.',
      'L8: plan.ts reaches for `Date.now`.',
    ]);
  });
});
