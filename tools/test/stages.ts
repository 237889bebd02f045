export interface Stage {
  readonly name: string;
  readonly words: readonly string[];
  /** Whether the words start Jest, whose tests are counted. */
  readonly counts: boolean;
}

function jest(name: string, config: string): Stage {
  return { name, words: ['jest', '--config', config], counts: true };
}

/** What `npm test` does, in this order. */
export const STAGES: readonly Stage[] = [
  { name: 'lint', words: ['biome', 'check', '.'], counts: false },
  { name: 'types', words: ['tsc', '-p', '.'], counts: false },
  { name: 'build', words: ['nx', 'run-many', '-t', 'build', '--outputStyle=static'], counts: false },
  jest('unit', 'jest.config.ts'),
  { name: 'parts', words: ['tsx', 'tools/parts/run.ts'], counts: true },
  jest('doors', 'tools/doors/jest.config.ts'),
  jest('starters', 'tools/starters/jest.config.ts'),
  jest('first-use', 'tools/first-use/jest.config.ts'),
  jest('pages', 'tools/pages/jest.config.ts'),
];

/** Return the stages asked for, in their own order; all of them when none is. */
export function chooseStages(names: readonly string[]): readonly Stage[] | Error {
  const unknown = names.filter((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    const known = STAGES.map(({ name }) => name).join(', ');
    return new Error(`There is no stage ${unknown.join(', ')}; there are ${known}.`);
  }
  return names.length === 0 ? STAGES : STAGES.filter(({ name }) => names.includes(name));
}
