import { type RefusalStatement, refuse } from '@joinery/kit';

interface Named {
  readonly name: string;
  readonly feature: string;
}

/** Two panels of one name would be taken for each other. */
export function repeatedNames(panels: readonly Named[]): readonly RefusalStatement[] {
  const names = [...new Set(panels.map(({ name }) => name))];
  return names.flatMap((name) => {
    const givers = panels.filter((panel) => panel.name === name).map(({ feature }) => `\`${feature}\``);
    if (givers.length < 2) return [];
    const found = `the panel \`${name}\` comes from ${givers.join(' and ')}.`;
    return [refuse(found, 'Remove one of these features, or ask its author for another name.', [])];
  });
}
