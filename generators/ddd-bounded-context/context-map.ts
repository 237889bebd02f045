import type { Options } from './options.ts';

/** CONTEXT-MAP.md: which contexts there are, and who hears of whom. */
export function contextMap({ contexts, relations }: Options): string {
  const rows = Object.entries(contexts).map(
    ([name, { about }]) => `| [\`${name}\`](${name}/README.md) | ${about ?? ''} |`,
  );
  const edges = Object.values(relations).map(
    ({ upstream = '', downstream = '' }) =>
      `| \`${upstream}\` | \`${downstream}\` | [\`from-${upstream}.ts\`](${downstream}/infrastructure/from-${upstream}.ts) |`,
  );
  const table =
    edges.length === 0
      ? ['Nobody hears of anybody yet.']
      : ['| upstream | downstream | through |', '|---|---|---|', ...edges];
  return `# Context map

A context is a part of the service in which words have one meaning. Others use its door, \`index.ts\`, and nothing else.

| context | about |
|---|---|
${rows.join('\n')}

## Who hears of whom

The upstream does not know its downstreams. A downstream translates what it hears in an anti-corruption mapper of its own.

${table.join('\n')}
`;
}
