import { type Options, translates } from './options.ts';

/** CONTEXT-MAP.md: which contexts there are, and who hears of whom. */
export function contextMap({ contexts, relations }: Options): string {
  const rows = Object.entries(contexts).map(
    ([name, { about }]) => `| [\`${name}\`](${name}/README.md) | ${about ?? ''} |`,
  );
  const edges = Object.values(relations).map((relation) => {
    const { upstream = '', downstream = '', kind = 'anti-corruption', events = [] } = relation;
    const heard = [...events].sort().map((event) => `\`${event}\``);
    const through = translates(relation)
      ? `[\`from-${upstream}.ts\`](${downstream}/infrastructure/from-${upstream}.ts)`
      : 'the words of the upstream';
    return `| \`${upstream}\` | \`${downstream}\` | ${kind} | ${heard.join(', ')} | ${through} |`;
  });
  const table =
    edges.length === 0
      ? ['Nobody hears of anybody yet.']
      : ['| upstream | downstream | kind | events | through |', '|---|---|---|---|---|', ...edges];
  return `# Context map

A context is a part of the service in which words have one meaning. Others use its door, \`index.ts\`, and nothing else.

| context | about |
|---|---|
${rows.join('\n')}

## Who hears of whom

The upstream does not know its downstreams. A downstream translates what it hears in an anti-corruption mapper of its own, unless
it conforms.

${table.join('\n')}
`;
}
