import type { Projections } from './projections.ts';

interface Reading {
  readonly value: number;
  readonly attributes: Readonly<Record<string, string>>;
}

/** How far each view is behind; nothing of those that another process keeps. */
export function lagReadings(projections: Projections): readonly Reading[] {
  return projections
    .states()
    .filter(({ state }) => state !== 'elsewhere' && state !== 'outdated')
    .map(({ name, lagSeconds }) => ({ value: lagSeconds, attributes: { projection: name } }));
}
