// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the code of services.
import { findUpstreams } from './upstreams.ts';

const found = (text: string) =>
  findUpstreams([{ file: 'src/stock.ts', text }]).map(
    ({ variable, fallback, evidence }) => `${variable} ${fallback ?? '-'} ${evidence}`,
  );

test.each([
  ['const url = process.env.STOCK_URL;\nawait fetch(url);\n', 'STOCK_URL - src/stock.ts:1'],
  [
    "const base = process.env['STOCK_URL'] ?? 'http://stock:80';\nexport const of = (id: string) => fetch(`${base}/items/${id}`);\n",
    'STOCK_URL http://stock:80 src/stock.ts:1',
  ],
  [
    "const base = process.env.STOCK_URL || 'http://stock';\nawait stockFetch(`${base}/items`);\n",
    'STOCK_URL http://stock src/stock.ts:1',
  ],
  ['\nawait fetch(`${process.env.STOCK_BASE_URL}/items`);\n', 'STOCK_BASE_URL - src/stock.ts:2'],
  [
    "const base: string = process.env.STOCK_URI!;\nconst got1 = await got.get(new URL('/a', base));\n",
    'STOCK_URI - src/stock.ts:1',
  ],
  [
    'const base = process.env.STOCK_URL;\nconst url = `${base}/items`;\nawait fetch(url, { signal });\n',
    'STOCK_URL - src/stock.ts:1',
  ],
  [
    'const stock = axios.create({ baseURL: process.env.STOCK_ENDPOINT });\n',
    'STOCK_ENDPOINT - src/stock.ts:1',
  ],
  [
    'class Stock {\n  private readonly base = process.env.STOCK_URL;\n  of() { return this.http.get<Item>(`${this.base}/items`); }\n}\n',
    'STOCK_URL - src/stock.ts:2',
  ],
  ["\nawait got(`${config.get('STOCK_URL')}/items`);\n", 'STOCK_URL - src/stock.ts:2'],
  [
    "const base = this.config.get<string>('STOCK_URL', 'http://stock');\nawait this.httpService.get(`${base}/a`);\n",
    'STOCK_URL http://stock src/stock.ts:1',
  ],
])('%s calls another service', (text, upstream) => {
  expect(found(text)).toEqual([upstream]);
});

test.each([
  ['const url = process.env.STOCK_URL;\n'],
  ['const url = process.env.STOCK_URL;\nconst urls = 1;\nawait fetch(urls);\n'],
  ['const pool = new Pool({ connectionString: process.env.DATABASE_URL });\nawait fetch(other);\n'],
  ['const self = process.env.PUBLIC_URL;\nresponse.redirect(`${self}/done`);\n'],
  ['const key = process.env.STOCK_KEY;\nawait fetch(key);\n'],
  ['await fetch("http://stock/items");\n'],
])('%s calls none that can be told', (text) => {
  expect(found(text)).toEqual([]);
});

test.each([
  ["export const config = { stockUrl: process.env.STOCK_URL ?? 'http://stock' };\n", 'config.stockUrl'],
  ["export const STOCK = process.env['STOCK_URL'] ?? 'http://stock';\n", 'STOCK'],
  ['const schema = z.object({ STOCK_URL: z.string().url() });\n', 'env.STOCK_URL'],
])('%s is called in another file as %s', (config, name) => {
  const files = [
    { file: 'src/config.ts', text: config },
    { file: 'src/stock.ts', text: `await fetch(\`\${${name}}/items\`);\n` },
  ];
  expect(findUpstreams(files)).toMatchObject([{ variable: 'STOCK_URL' }]);
  expect(findUpstreams(files.slice(0, 1))).toEqual([]);
});

test('a property that may be anything is followed nowhere', () => {
  const files = [
    { file: 'src/config.ts', text: 'export const config = { url: process.env.PUBLIC_URL };\n' },
    { file: 'src/stock.ts', text: 'await fetch(request.url);\n' },
  ];
  expect(findUpstreams(files)).toEqual([]);
});

test('a variable that several files call counts once', () => {
  const text = 'const url = process.env.STOCK_URL;\nawait fetch(url);\n';
  expect(
    findUpstreams([
      { file: 'src/a.ts', text },
      { file: 'src/b.ts', text },
    ]),
  ).toEqual([{ variable: 'STOCK_URL', evidence: 'src/a.ts:1' }]);
});
