import type { Counter, Meter } from '@opentelemetry/api';

/** Label sets per instrument; the SDK's own limit does not hold over several collections. */
const MAX_LABEL_SETS = 2_000;

/** Bounds how many series each instrument can ever have, and counts what does not fit. */
export interface LabelSets {
  /** Whether this set of labels, named by a key, is one of the first of the instrument. Otherwise it is counted. */
  admits(key: string): boolean;
}

/** Count what is folded or left out, in `metrics_label_overflow_total`. */
export function createOverflow(meter: Meter): Counter {
  return meter.createCounter('metrics.label.overflow', {
    description: 'Measurements whose labels were folded into `_other` or left out',
  });
}

export function createLabelSets(
  metric: string,
  overflow: Counter,
  max = MAX_LABEL_SETS,
): LabelSets {
  const known = new Set<string>();
  return {
    admits: (key) => {
      if (known.has(key)) return true;
      if (known.size < max) {
        known.add(key);
        return true;
      }
      overflow.add(1, { metric, label: '*' });
      return false;
    },
  };
}
