import type { Tree } from '@joinery/engine';
import type { CallsWhere, HostCall, HostCode, HostRoute, Profile } from '@joinery/kit';
import { filesNear } from '../follow/files.ts';
import { loadMorph, Node, SyntaxKind } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';
import { openSources, type Sources } from '../syntax/sources.ts';
import { coveredBy, describeCall, meaningOf } from './calls.ts';
import { readRoutes } from './routes.ts';

/** Tell what people's own code says, from the entry along the imports; generated code is passed over. */
export function readCode(tree: Tree, profile: Profile): HostCode {
  let known: { readonly sources: Sources; readonly files: readonly string[] } | undefined;
  let routes: readonly HostRoute[] | undefined;
  const open = () => {
    if (known !== undefined) return known;
    loadMorph();
    const sources = openSources(tree);
    const entry = profile.entry?.value;
    const near = entry === undefined ? [] : filesNear(sources, entry);
    known = { sources, files: near.filter((file) => !file.startsWith(`${profile.platformFolder}/`)) };
    return known;
  };
  return {
    routes: () => {
      const { sources, files } = open();
      routes ??= readRoutes(sources, files, profile);
      return routes;
    },
    calls: (meaning, where = {}) => {
      const { sources, files } = open();
      return (where.files ?? files).flatMap((file) => callsIn(sources, file, meaning, where.ours ?? []));
    },
  };
}

function callsIn(
  sources: Sources,
  file: string,
  meaning: readonly string[],
  ours: NonNullable<CallsWhere['ours']>,
): readonly HostCall[] {
  const text = sources.text(file) ?? '';
  if (!meaning.some((each) => mayMean(text, each))) return [];
  const source = sources.open(file);
  if (source === undefined || source.error !== undefined) return [];
  return callNodes(source).flatMap((call) => {
    const callee = call.getExpression();
    const covered = coveredBy(callee, ours);
    const method = Node.isPropertyAccessExpression(callee) ? `.${callee.getName()}` : '';
    const means = meaning.includes(method) ? method : (covered?.means ?? meaningOf(callee, ours));
    if (means === undefined || !meaning.includes(means)) return [];
    return [{ ...describeCall(source, call, means), ...covered }];
  });
}

/** Whether a text can hold a call that means this: it names the package, or the function itself. */
function mayMean(text: string, meaning: string): boolean {
  if (meaning.startsWith('.')) return text.includes(meaning);
  const scoped = /^@[^/]+\/[^.]+/.exec(meaning)?.[0];
  return text.includes(scoped ?? meaning.split('.')[0] ?? meaning);
}

function callNodes(source: Source) {
  return [
    ...source.file.getDescendantsOfKind(SyntaxKind.CallExpression),
    ...source.file.getDescendantsOfKind(SyntaxKind.NewExpression),
  ]
    .filter((call) => !Node.isImportExpression(call.getExpression()))
    .sort((a, b) => a.getStart() - b.getStart());
}
