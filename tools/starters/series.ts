export interface Series {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Return the series of a metric from a page in Prometheus' text format. */
export function seriesOf(page: string, metric: string): readonly Series[] {
  return page
    .split('\n')
    .filter((line) => line.startsWith(`${metric}{`))
    .map((line) => {
      const labels = [...line.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, name, value]) => [name, value]);
      return {
        labels: Object.fromEntries(labels),
        value: Number(
          line
            .slice(line.lastIndexOf('}') + 1)
            .trim()
            .split(' ')[0],
        ),
      };
    });
}
