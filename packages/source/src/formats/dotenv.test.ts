import fc from 'fast-check';
import { editDotenv } from './dotenv.ts';

const port = { name: 'ATLAS_PORT', value: '3000', comment: 'The port to listen on.' };
const tiles = { name: 'ATLAS_TILES', value: '64', comment: 'How many tiles are kept.' };
const zoom = { name: 'ATLAS_ZOOM', value: '', comment: 'The highest zoom.' };

test('a file that is not there is made, and gone when nothing is left in it', () => {
  const text = editDotenv(undefined, [port, tiles], []);
  expect(text).toBe(
    '# The port to listen on.\nATLAS_PORT=3000\n# How many tiles are kept.\nATLAS_TILES=64\n',
  );
  expect(editDotenv(text, [], ['ATLAS_PORT', 'ATLAS_TILES'])).toBeUndefined();
});

test('what people wrote stays, with its value and its place', () => {
  expect(editDotenv('export ATLAS_PORT = 80 # here\nOTHER=1\n', [port, tiles], [])).toBe(
    'export ATLAS_PORT = 80 # here\nOTHER=1\n\n# How many tiles are kept.\nATLAS_TILES=64\n',
  );
});

test('the order of adding does not matter', () => {
  const all = [port, tiles, zoom];
  const together = editDotenv('A=1\n', all, []);
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: 3, maxLength: 3 }), (order) => {
      let text: string | undefined = 'A=1\n';
      order.forEach((_, index) => {
        const some = all.filter((each) => order.slice(0, index + 1).includes(each));
        text = editDotenv(text, some, []);
      });
      expect(text).toBe(together);
    }),
  );
});

test('taking back restores every byte, whatever the line ends', () => {
  const line = fc.constantFrom('A=1', 'B="x y"', '# note', '', 'export C=2');
  const host = fc
    .tuple(fc.array(line, { minLength: 1 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
    .map(([lines, eol, ended]) => lines.join(eol) + (ended ? eol : ''))
    .filter((text) => text !== '');
  fc.assert(
    fc.property(host, (text) => {
      const added = editDotenv(text, [port, tiles], []);
      expect(editDotenv(added, [port, tiles], [])).toBe(added);
      expect(editDotenv(added, [], ['ATLAS_TILES', 'ATLAS_PORT'])).toBe(text);
    }),
  );
});
