import { type Code, code, type ShutdownStep } from '@joinery/kit';
import { shutdownSteps, startSteps } from './steps.ts';

const print = ({ parts }: Code) =>
  parts.map((part) => (typeof part === 'string' ? part : part.name)).join('');
const run = code`() => done()`;

test('start steps name their stage where it is not the usual one', () => {
  expect(
    print(
      startSteps([
        { name: 'a', run },
        { name: 'b', stage: 'announce', run },
      ]),
    ),
  ).toBe(`startSteps([
  { name: 'a', run: () => done() },
  { name: 'b', stage: 'announce', run: () => done() },
])`);
});

test('shutdown steps always name theirs', () => {
  const steps: readonly ShutdownStep[] = [{ name: 'a', stage: 'close', run }];
  expect(print(shutdownSteps(steps))).toBe(`shutdownSteps([
  { name: 'a', stage: 'close', run: () => done() },
])`);
});

test('no step is an empty list', () => {
  expect(print(shutdownSteps([]))).toBe('shutdownSteps([])');
});
