import type { Storage } from './storage.ts';

/** A number with the labels that tell it from others of the same metric. */
interface Reading {
  readonly value: number;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Connections in use and idle. */
export function connectionReadings(storage: Storage): readonly Reading[] {
  const { used, idle } = storage.numbers();
  return [
    { value: used, attributes: { state: 'used' } },
    { value: idle, attributes: { state: 'idle' } },
  ];
}

/** Transactions so far, by how they ended. */
export function transactionReadings(storage: Storage): readonly Reading[] {
  const { commits, rollbacks } = storage.numbers();
  return [
    { value: commits, attributes: { outcome: 'committed' } },
    { value: rollbacks, attributes: { outcome: 'rolled_back' } },
  ];
}
