import { memoryTree } from '@joinery/engine';
import { retarget } from './retarget.ts';

const FILES = {
  'tsconfig.json':
    '{ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["src/*"], "@rates": ["src/rates/index.ts"] } } }',
  'src/rates/index.ts': 'export const rates = [1];\n',
  'src/price.ts': 'export const price = 1;\n',
};
const MOVES = [
  { from: 'src/price.ts', to: 'src/shop/price.ts' },
  { from: 'src/rates/index.ts', to: 'src/shop/rates/index.ts' },
];

/** What becomes of a file when both move. */
function after(text: string, path = 'src/app/use.ts'): string {
  const changed = retarget(memoryTree({ ...FILES, [path]: text }), MOVES);
  return changed.find((one) => one.path === path)?.text ?? text;
}

test.each([
  ["import { price } from '../price.js'; // keep\n", "import { price } from '../shop/price.js'; // keep\n"],
  ['\uFEFFexport * from "../price"\r\n', '\uFEFFexport * from "../shop/price"\r\n'],
  ["import { rates } from '../rates';", "import { rates } from '../shop/rates';"],
  ["import { rates } from '../rates/index.js';", "import { rates } from '../shop/rates/index.js';"],
  ["import { price } from '@/price';", "import { price } from '@/shop/price';"],
  ["import { rates } from '@rates';", "import { rates } from '../shop/rates';"],
  ["import old = require('../price');", "import old = require('../shop/price');"],
  ["const { price } = require('../price.ts');", "const { price } = require('../shop/price.ts');"],
  ["const later = () => import('../price.js');", "const later = () => import('../shop/price.js');"],
  ["let a: typeof import('../price.js');", "let a: typeof import('../shop/price.js');"],
  ["jest.mock('../price', () => ({}));", "jest.mock('../shop/price', () => ({}));"],
])('%s follows in its own form', (text, expected) => {
  expect(after(text)).toBe(expected);
});

test.each([
  "// import '../price.js'\nconst path = '../price.js';",
  "import price from 'price'; import x from './price.js';",
  "log('../price.js');",
])('%s stays as it is', (text) => {
  expect(after(text)).toBe(text);
});

test('what moves takes its own imports along', () => {
  const own = "import './rates/index.js';\nimport { a } from './app/a.js';\nimport '@/app/a';\nimport 'x';\n";
  const tree = memoryTree({ ...FILES, 'src/price.ts': own, 'src/app/a.ts': '' });
  expect(retarget(tree, MOVES)).toEqual([
    { path: 'src/shop/price.ts', text: own.replace('./app/a.js', '../app/a.js') },
  ]);
});
