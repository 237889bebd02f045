import type { Meter, ObservableResult } from '@opentelemetry/api';
import { createLabelSets, createOverflow } from './label-sets.ts';

/** One reading, with the labels that tell it from others of the same metric. */
export interface Reading {
  readonly value: number;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** A number that can be read off at any time. */
export interface Observation {
  /** In OpenTelemetry's form, `db.client.connection.count`. */
  readonly name: string;
  readonly description: string;
  /** UCUM: `s`, `By`, `1`, `{connection}`. */
  readonly unit: string;
  /** `counter` only ever rises while the process lives. */
  readonly kind: 'gauge' | 'counter' | 'up-down-counter';
  readonly observe: () => number | readonly Reading[];
}

/**
 * Read these off each time metrics are collected. One that throws, or reads what is no number, is left out of that
 * collection and harms no other.
 */
export function observeAll(meter: Meter, list: readonly Observation[]): readonly Observation[] {
  const overflow = createOverflow(meter);
  for (const { name, description, unit, kind, observe } of list) {
    const labelSets = createLabelSets(name, overflow);
    const options = { description, unit };
    instrument(meter, kind, name, options).addCallback((result: ObservableResult) => {
      for (const { value, attributes = {} } of readings(observe)) {
        const key = JSON.stringify(Object.entries(attributes).sort());
        if (Number.isFinite(value) && labelSets.admits(key)) result.observe(value, attributes);
      }
    });
  }
  return list;
}

function instrument(
  meter: Meter,
  kind: Observation['kind'],
  name: string,
  options: { readonly description: string; readonly unit: string },
) {
  switch (kind) {
    case 'gauge':
      return meter.createObservableGauge(name, options);
    case 'counter':
      return meter.createObservableCounter(name, options);
    case 'up-down-counter':
      return meter.createObservableUpDownCounter(name, options);
  }
}

function readings(observe: Observation['observe']): readonly Reading[] {
  try {
    const read = observe();
    return typeof read === 'number' ? [{ value: read }] : read;
  } catch {
    return [];
  }
}
