import {
  code,
  definePlan,
  document,
  refuse,
  type Statement,
  sourceFile,
  startDocument,
  text,
} from '@joinery/kit';
import { contextMap } from './context-map.ts';
import { decision } from './decision.ts';
import { faultsOf } from './faults.ts';
import type { Options } from './options.ts';

export default definePlan<Options>({
  statements: ({ host, options }) => {
    const faults = faultsOf(options);
    if (faults.length > 0) return [refuse(`${faults.join('; ')}.`, MEND, [])];
    const folder = host.sourceRoot === '' ? 'contexts' : `${host.sourceRoot}/contexts`;
    const names = Object.keys(options.contexts);
    return [
      ...names.flatMap((name) => context(name, folder)),
      ...(names.length === 0 ? [] : [document(`${folder}/CONTEXT-MAP.md`, text(contextMap(options)))]),
      ...relations(options),
      decision,
    ];
  },
});

const MEND =
  'Generate it anew under another name, or mend the options of `ddd-bounded-context` in joinery.json.';
const LAYERS = {
  domain:
    'What is true here, whoever asks: aggregates, values, events. It imports nothing but itself and the kernel.',
  application: 'What can be done here: commands, queries and their handlers. It imports the domain.',
  infrastructure: 'How it is stored and sent: repositories, clients, mappers of other contexts’ events.',
  api: 'How it is asked from outside: routes and what they accept.',
};

/** The door, and a page that says what belongs behind it. */
function context(name: string, folder: string): readonly Statement[] {
  return [
    sourceFile(
      `contexts/${name}/index.ts`,
      code`/** The door of ${name}: what other contexts may use. Everything else in here is its own business. */
export const context = '${name}';
`,
    ),
    startDocument(`${folder}/${name}/README.md`, text(pageOf(name))),
  ];
}

function pageOf(name: string): string {
  const layers = Object.entries(LAYERS).map(([layer, says]) => `- \`${layer}/\`: ${says}`);
  return `# ${name}

What this context is about, in a sentence, and the words that mean something in it.

${layers.join('\n')}

Other contexts use \`index.ts\` and nothing else.
`;
}

/** Where one context hears of another, what it hears passes a mapper, so that the other's words stay outside. */
function relations({ relations: all }: Options): readonly Statement[] {
  return Object.entries(all).map(([, { upstream = '', downstream = '' }]) =>
    sourceFile(
      `contexts/${downstream}/infrastructure/from-${upstream}.ts`,
      code`/** An event of ${upstream}, as it arrives. */
export interface Arrived {
  readonly type: string;
  readonly data: unknown;
}

/**
 * Say in the words of ${downstream} what happened in ${upstream}; \`undefined\` when it is of no interest here.
 * This is the only place that knows both.
 */
export function from${pascal(upstream)}(event: Arrived): Arrived | undefined {
  switch (event.type) {
    default:
      return undefined;
  }
}
`,
    ),
  );
}

function pascal(name: string): string {
  return name.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
}
