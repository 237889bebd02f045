import type { LockedFileEdit } from '@joinery/engine';
import type { FileEdit } from '@joinery/kit';
import fc from 'fast-check';
import { editFile } from './edit-file.ts';

const HOST = `import type { Placed } from './placed.js'; // the first

/** What can happen. */
export type OrderEvent =
  | Placed
  | Cancelled;

export const upcasters = {
  placed, // since 2019
};

export const handlers = [placeOrder];

export const app = express();

export function start() {
  return app.listen();
}

@Module({ imports: [] })
export class Orders {
  constructor(private readonly store: Store) {}
}
`;

const EDITS: readonly FileEdit[] = [
  { kind: 'import', module: './shipped.js', name: 'Shipped', typeOnly: true },
  { kind: 'import', module: './ship.js', name: 'ship' },
  { kind: 'union-member', of: 'OrderEvent', text: 'Shipped' },
  { kind: 'property', of: 'upcasters', name: 'shipped', text: '(event) => event' },
  { kind: 'item', of: 'handlers', text: 'ship' },
  { kind: 'metadata', of: 'Orders', on: 'Module', property: 'providers', text: 'Clock' },
  { kind: 'parameter', of: 'Orders', name: 'clock', text: 'private readonly clock: Clock' },
  { kind: 'member', of: 'Orders', name: 'ship', text: 'ship(): void {\n  ship(this.clock);\n}' },
  { kind: 're-export', module: './shipped.js' },
  { kind: 'statement', of: 'start', where: 'last', text: 'announce()' },
  { kind: 'wrap', of: 'app', with: 'secured' },
  { kind: 'wrap', of: 'app', with: 'traced' },
];

/** The planner hands edits over in one order. */
function ordered(edits: readonly FileEdit[]): readonly FileEdit[] {
  return EDITS.filter((each) => edits.includes(each));
}

function step(text: string, before: readonly LockedFileEdit[], wanted: readonly FileEdit[]) {
  const result = editFile({ file: 'src/orders.ts', text, before, wanted: ordered(wanted) });
  if (result.kind === 'refused') throw new Error(result.problem.found);
  return result;
}

test.each(['\n', '\r\n'])('any edits come and go in any order, to the byte: %j', (eol) => {
  const host = HOST.replaceAll('\n', eol);
  const subsets = fc.array(fc.subarray([...EDITS]), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(subsets, (stages) => {
      let text = host;
      let placed: readonly LockedFileEdit[] = [];
      for (const wanted of stages) ({ text, placed } = step(text, placed, wanted));
      expect(text).toBe(step(host, [], stages.at(-1) ?? []).text);
      expect(step(text, placed, []).text).toBe(host);
    }),
    { numRuns: 60 },
  );
});

test('an import stays while people use its name', () => {
  const { text, placed } = step(HOST, [], EDITS.slice(1, 2));
  const used = `${text}\nship();\n`;
  const result = editFile({ file: 'src/orders.ts', text: used, before: placed, wanted: [] });
  expect(result).toMatchObject({ kind: 'edited', text: used, left: [EDITS[1]] });
});

test('what people renamed or moved around ours is left as it is', () => {
  const { text, placed } = step(HOST, [], EDITS.slice(2, 5));
  const moved = text
    .replace('export const handlers = [placeOrder, ship];\n\n', '')
    .concat('export const handlers = [\n  ship,\n  placeOrder, // moved\n];\n')
    .replace('  | Placed\n', '');
  const result = editFile({ file: 'src/orders.ts', text: moved, before: placed, wanted: [] });
  expect(result).toMatchObject({ kind: 'edited', left: [] });
  if (result.kind !== 'edited') return;
  expect(result.text).toContain('export const handlers = [\n  placeOrder, // moved\n];\n');
  expect(result.text).toContain('export type OrderEvent =\n  | Cancelled;\n');
});
