import type { Meter, ObservableResult } from '@opentelemetry/api';
import { createLabelSets, createOverflow } from './label-sets.ts';

/** One reading, with the labels that tell it from others of the same metric. */
export interface Reading {
  readonly value: number;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** What a metric is, for those who read it. */
export interface MetricDescription {
  readonly description: string;
  /** UCUM: `s`, `By`, `1`, `{connection}`. */
  readonly unit: string;
  /** `counter` only ever rises while the process lives. */
  readonly kind: 'gauge' | 'counter' | 'up-down-counter';
}

/** Metrics by their names in OpenTelemetry's form, `db.client.connection.count`. */
export type MetricDescriptions = Readonly<Record<string, MetricDescription>>;

/** Reads a number off, at any time. */
export type Observe = () => number | readonly Reading[];

/**
 * Read every described metric off each time metrics are collected. A reading that throws, or is no number, is left out of
 * that collection and harms no other.
 */
export function observeAll<Descriptions extends MetricDescriptions>(
  meter: Meter,
  descriptions: Descriptions,
  observe: Readonly<Record<keyof Descriptions & string, Observe>>,
): Descriptions {
  const overflow = createOverflow(meter);
  for (const [name, description] of Object.entries(descriptions)) {
    const labelSets = createLabelSets(name, overflow);
    instrument(meter, name, description).addCallback((result: ObservableResult) => {
      for (const { value, attributes = {} } of readings(observe[name])) {
        const key = JSON.stringify(Object.entries(attributes).sort());
        if (Number.isFinite(value) && labelSets.admits(key)) result.observe(value, attributes);
      }
    });
  }
  return descriptions;
}

function instrument(meter: Meter, name: string, { kind, ...options }: MetricDescription) {
  switch (kind) {
    case 'gauge':
      return meter.createObservableGauge(name, options);
    case 'counter':
      return meter.createObservableCounter(name, options);
    case 'up-down-counter':
      return meter.createObservableUpDownCounter(name, options);
  }
}

function readings(observe: Observe | undefined): readonly Reading[] {
  try {
    const read = observe?.() ?? [];
    return typeof read === 'number' ? [{ value: read }] : read;
  } catch {
    return [];
  }
}
