// What is added, step by step. The bare service is there twice: against itself it is the noise.
export const STEPS: readonly (readonly [name: string, features: readonly string[]])[] = [
  ['the bare service', []],
  ['the bare service itself', []],
  ['metrics', ['metrics']],
  ['metrics, logging', ['metrics', 'logging']],
  ['metrics, logging, request id', ['metrics', 'logging', 'request-context']],
  ['the same with tracing at 1 %', ['metrics', 'logging', 'request-context', 'tracing']],
];

const { ROUNDS: asked = '115' } = process.env;

/** How much work the reference handler does. */
export const ROUNDS = Number(asked);

/** A millisecond of what services do, give or take: parse, hash, print. `relay` does nothing. */
export function workOf(rounds: number): string {
  return `import { createHash } from 'node:crypto';

const order = { id: 1, lines: Array.from({ length: 12 }, (_, n) => ({ sku: \`sku-\${n}\`, amount: n, price: n * 1.5 })) };

export async function answer(id: string): Promise<string> {
  let text = JSON.stringify({ ...order, id });
  for (let round = 0; round < ${rounds}; round++) {
    text = JSON.stringify({ ...JSON.parse(text), hash: createHash('sha256').update(text).digest('hex') });
  }
  return text;
}

export async function relay(_id: string): Promise<string> {
  return 'ok';
}
`;
}
