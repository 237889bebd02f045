import { type RefusalStatement, refuse } from '@joinery/kit';

interface Named {
  readonly name: string;
  readonly feature: string;
}

/** Two alerts of one name would share a runbook, and hide each other. */
export function repeatedNames(alerts: readonly Named[]): readonly RefusalStatement[] {
  const names = [...new Set(alerts.map(({ name }) => name))];
  return names.flatMap((name) => {
    const givers = alerts.filter((alert) => alert.name === name).map(({ feature }) => `\`${feature}\``);
    if (givers.length < 2) return [];
    return [
      refuse(
        `the alert \`${name}\` comes from ${givers.join(' and ')}, so its runbook would be written twice.`,
        'Remove one of these features, or ask its author for another name.',
        [],
      ),
    ];
  });
}
