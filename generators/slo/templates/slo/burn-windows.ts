import { complement, exact, type Fraction, fraction, times, toNumber } from './exact.ts';
import type { Objective, Severity } from './objective.ts';

/** A pair of windows: the long one says that it matters, the short one that it goes on. */
export interface BurnWindow {
  readonly severity: Severity;
  readonly long: string;
  readonly short: string;
  readonly longHours: number;
  /** Percent of the budget that is gone when the alert fires. */
  readonly share: number;
}

/** The one that decides last. */
export const SLOWEST_WINDOW: BurnWindow = {
  severity: 'ticket',
  long: '3d',
  short: '6h',
  longHours: 72,
  share: 10,
};

/** As in the SRE workbook, chapter 5; each short window is a twelfth of the long one. */
export const BURN_WINDOWS: readonly BurnWindow[] = [
  { severity: 'page', long: '1h', short: '5m', longHours: 1, share: 2 },
  { severity: 'page', long: '6h', short: '30m', longHours: 6, share: 5 },
  { severity: 'ticket', long: '1d', short: '2h', longHours: 24, share: 10 },
  SLOWEST_WINDOW,
];

/** Every window for which the share of bad requests is recorded. */
export const RECORDED_WINDOWS = ['5m', '30m', '1h', '2h', '6h', '1d', '3d'] as const;

/** The share of requests that may be bad. */
export function budgetOf({ percent }: Pick<Objective, 'percent'>): Fraction {
  return complement(times(exact(percent), fraction(1, 100)));
}

/** How many times faster than it may the budget burns when the alert fires. */
export function factorOf(window: BurnWindow, { period }: Pick<Objective, 'period'>): Fraction {
  return times(fraction(window.share, 100), fraction(period.hours, window.longHours));
}

/** The share of bad requests above which the alert fires. */
export function thresholdOf(
  window: BurnWindow,
  objective: Pick<Objective, 'percent' | 'period'>,
): Fraction {
  return times(factorOf(window, objective), budgetOf(objective));
}

/** Requests below which one bad request alone would exceed the threshold. */
export function enoughRequests(
  window: BurnWindow,
  objective: Pick<Objective, 'percent' | 'period' | 'minimumRequests'>,
): number {
  return objective.minimumRequests ?? Math.ceil(1 / toNumber(thresholdOf(window, objective)));
}
