interface ProfileNode {
  readonly id: number;
  readonly callFrame: {
    readonly functionName: string;
    readonly url: string;
    readonly lineNumber: number;
  };
  readonly children?: readonly number[];
}

export interface Profile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

export type Owner = 'telemetry' | 'application';

/** Where time went, in microseconds. */
export interface Attribution {
  readonly telemetry: number;
  readonly application: number;
  /** The functions of telemetry, the one that took most first. */
  readonly functions: readonly (readonly [name: string, time: number])[];
}

/** Who each sample counts for: the code nearest to it that is not Node.js' own. Garbage collection is nobody's. */
export function attribute(
  { nodes, samples, timeDeltas }: Profile,
  ownerOfLine: (line: number) => Owner,
): Attribution {
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const nearest = (id: number | undefined): ProfileNode | undefined => {
    const node = id === undefined ? undefined : byId.get(id);
    return node === undefined || isOwn(node) ? node : nearest(parents.get(node.id));
  };
  const time = { telemetry: 0, application: 0 };
  const functions = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const name = byId.get(id)?.callFrame.functionName ?? '';
    if (name === '(idle)' || name === '(garbage collector)') continue;
    const node = nearest(id);
    const owner = node === undefined ? 'application' : ownerOf(node, ownerOfLine);
    const delta = timeDeltas[index] ?? 0;
    time[owner] += delta;
    if (node === undefined || owner === 'application') continue;
    const place = placeOf(node);
    functions.set(place, (functions.get(place) ?? 0) + delta);
  }
  return { ...time, functions: [...functions].sort(([, a], [, b]) => b - a) };
}

function isOwn({ callFrame: { url } }: ProfileNode): boolean {
  return url.endsWith('dist/main.mjs') || url.includes('node_modules');
}

function ownerOf({ callFrame }: ProfileNode, ownerOfLine: (line: number) => Owner): Owner {
  if (callFrame.url.endsWith('dist/main.mjs')) return ownerOfLine(callFrame.lineNumber);
  return /@opentelemetry|node_modules\/(?:pino|@pinojs|sonic-boom|safe-stable)/.test(callFrame.url)
    ? 'telemetry'
    : 'application';
}

function placeOf({ callFrame: { functionName, url, lineNumber } }: ProfileNode): string {
  return `${functionName || '(anonymous)'} ${url.replace(/^.*(?:node_modules|dist)\//, '')}:${lineNumber + 1}`;
}

/** A bundle says in a comment which file each part comes from. */
export function ownersOf(bundle: string): (line: number) => Owner {
  let owner: Owner = 'application';
  const lines = bundle.split('\n').map((line) => {
    if (/^\/\/ .*\.ts$/.test(line)) owner = line.includes('/platform/') ? 'telemetry' : 'application';
    return owner;
  });
  return (line) => lines[line] ?? 'application';
}
