import { KINDS, LAYERS, type MoveWish, type Options, type Relation } from './options.ts';

/** Everything that is wrong with the options, in sentences. */
export function faultsOf({ contexts, relations, moves }: Options): readonly string[] {
  const known = Object.keys(contexts);
  return [
    ...known
      .filter((name) => !/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/.test(name))
      .map((name) => `\`${name}\` is no name for a context: write it like \`order-taking\``),
    ...Object.entries(relations).flatMap(([name, relation]) => faultsOfRelation(name, relation, known)),
    ...Object.entries(moves).flatMap(([name, wish]) => faultsOfMove(name, wish, known)),
    ...twice(Object.entries(moves), ({ file }) => file, 'move'),
    ...twice(
      Object.entries(relations),
      ({ upstream, downstream }) => `${upstream} to ${downstream}`,
      'relate',
    ),
  ];
}

function faultsOfRelation(name: string, relation: Relation, known: readonly string[]): readonly string[] {
  const { upstream, downstream, kind, events = [] } = relation;
  return [
    ...[upstream, downstream].flatMap((one) => unknown(name, one, known)),
    ...(upstream !== undefined && upstream === downstream
      ? [`\`${name}\` relates \`${upstream}\` to itself`]
      : []),
    ...(kind === undefined || KINDS.some((one) => one === kind)
      ? []
      : [`\`${name}\` is of the kind \`${kind}\`, which is none of ${KINDS.join(', ')}`]),
    ...events
      .filter((event) => !/^[a-z][a-z\d-]*(?:\.[a-z\d][a-z\d-]*)+$/.test(event))
      .map(
        (event) => `\`${event}\`, of which \`${name}\` hears, is no type of an event like \`order.placed\``,
      ),
  ];
}

function faultsOfMove(name: string, { file, context, layer }: MoveWish, known: readonly string[]) {
  return [
    ...unknown(name, context, known),
    ...(file === undefined || file.trim() === ''
      ? [`\`${name}\` does not say what to move: \`--file src/orders/pricing.ts\``]
      : []),
    ...(layer === undefined || LAYERS.some((one) => one === layer)
      ? []
      : [`\`${name}\` goes into the layer \`${layer}\`, which is none of ${LAYERS.join(', ')}`]),
  ];
}

function unknown(name: string, context: string | undefined, known: readonly string[]): readonly string[] {
  if (context !== undefined && known.includes(context)) return [];
  return [`\`${name}\` names \`${context ?? 'nothing'}\`, which is no context here (${known.join(', ')})`];
}

function twice<Entry>(
  entries: readonly (readonly [string, Entry])[],
  keyOf: (entry: Entry) => string | undefined,
  verb: string,
): readonly string[] {
  const seen = new Map<string, string>();
  return entries.flatMap(([name, entry]) => {
    const key = keyOf(entry);
    const other = key === undefined ? undefined : seen.get(key);
    if (key !== undefined) seen.set(key, name);
    return other === undefined ? [] : [`\`${other}\` and \`${name}\` both ${verb} \`${key}\``];
  });
}
