import {
  code,
  definePlan,
  document,
  move,
  refuse,
  type Statement,
  sourceFile,
  startDocument,
  text,
} from '@joinery/kit';
import { boundaries } from './boundary.ts';
import { contextMap } from './context-map.ts';
import { decision } from './decision.ts';
import { faultsOf } from './faults.ts';
import { formOf } from './form-of.ts';
import { mapper } from './mapper.ts';
import { type Options, translates } from './options.ts';

export default definePlan<Options>({
  statements: ({ host, options }) => {
    const faults = faultsOf(options);
    const form = formOf(options, host);
    if (typeof form !== 'string') return [refuse(`${form.fault}.`, OTHER_FORM, [])];
    if (faults.length > 0) return [refuse(`${faults.join('; ')}.`, MEND, [])];
    const folder = host.sourceRoot === '' ? 'contexts' : `${host.sourceRoot}/contexts`;
    const names = Object.keys(options.contexts);
    return [
      ...names.flatMap((name) => context(name, folder)),
      ...(names.length === 0 ? [] : [document(`${folder}/CONTEXT-MAP.md`, text(contextMap(options)))]),
      ...Object.values(options.relations)
        .filter(translates)
        .flatMap((relation) => mapper(relation, host.tests.suffix)),
      ...moves(options, folder),
      ...boundaries(form, names, host),
      decision,
    ];
  },
});

const OTHER_FORM = 'Leave `ddd-bounded-context.form` away, or set it to `folder`.';
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

/** Files of people's go below the context and the layer that they belong to, under their own names. */
function moves({ moves: all }: Options, folder: string): readonly Statement[] {
  return Object.values(all).map(({ file = '', context: name = '', layer = 'domain' }) => {
    const path = file.replace(/^\.\/|\/$/g, '');
    return move(path, `${folder}/${name}/${layer}/${path.slice(path.lastIndexOf('/') + 1)}`);
  });
}
