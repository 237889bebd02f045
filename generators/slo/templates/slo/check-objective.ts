import { BURN_WINDOWS, factorOf, thresholdOf } from './burn-windows.ts';
import { printDecimal, toNumber } from './exact.ts';
import type { Finding, Objective } from './objective.ts';

const LONGEST_HOURS = Math.max(...BURN_WINDOWS.map(({ longHours }) => longHours));

/** Find promises that cannot be kept, or cannot be watched. */
export function checkObjective(
  objective: Objective,
  place: string,
): { readonly faults: readonly Finding[]; readonly warnings: readonly Finding[] } {
  const { percent, period } = objective;
  const faults: Finding[] = [];
  if (!(Number(percent) < 100)) {
    const text = `an objective of ${percent} % leaves no budget: every bad request would break it; 99.99 is the most that makes sense`;
    faults.push({ place: `${place}.objective`, text });
  }
  if (!(Number(percent) > 0)) {
    faults.push({
      place: `${place}.objective`,
      text: `an objective of ${percent} % promises nothing`,
    });
  }
  if (!/^\d{1,3}(?:\.\d{1,6})?$/.test(percent)) {
    faults.push({ place: `${place}.objective`, text: 'it must have at most six decimals' });
  }
  if (period.hours < LONGEST_HOURS) {
    const text = `a period of ${period.text} is shorter than the longest window of the alerts, ${LONGEST_HOURS / 24}d`;
    faults.push({ place: `${place}.period`, text });
  }
  return { faults, warnings: faults.length > 0 ? [] : warningsOf(objective, place) };
}

function warningsOf(objective: Objective, place: string): readonly Finding[] {
  return BURN_WINDOWS.flatMap((window) => {
    const what = `the ${window.severity} over ${window.long}`;
    const factor = factorOf(window, objective);
    if (toNumber(thresholdOf(window, objective)) >= 1) {
      const text = `${what} can never fire: ${printDecimal(factor)} times the budget of ${objective.percent} % is more than all requests`;
      return [{ place: `${place}.objective`, text }];
    }
    if (toNumber(factor) >= 1) return [];
    const text = `${what} fires at ${printDecimal(factor)} times the allowed rate, while the budget would last`;
    return [{ place: `${place}.period`, text }];
  });
}
