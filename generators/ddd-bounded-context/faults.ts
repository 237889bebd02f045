import type { Options } from './options.ts';

/** Everything that is wrong with the options, in sentences. */
export function faultsOf({ contexts, relations }: Options): readonly string[] {
  const known = Object.keys(contexts);
  return [
    ...known
      .filter((name) => !/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/.test(name))
      .map((name) => `\`${name}\` is no name for a context: write it like \`order-taking\``),
    ...Object.entries(relations).flatMap(([name, { upstream, downstream }]) => [
      ...[upstream, downstream]
        .filter((one) => one === undefined || !known.includes(one))
        .map(
          (one) =>
            `\`${name}\` names \`${one ?? 'nothing'}\`, which is no context here (${known.join(', ')})`,
        ),
      ...(upstream !== undefined && upstream === downstream
        ? [`\`${name}\` relates \`${upstream}\` to itself`]
        : []),
    ]),
  ];
}
