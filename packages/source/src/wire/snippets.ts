import type { Problem, Snippet } from '@joinery/engine';
import type { PlaceContext } from '../frameworks/place.ts';
import { specifierFor } from '../syntax/resolve.ts';
import type { Wanted } from './records.ts';

/** Add to a refusal what to paste, and where: every wiring, since none has been made. */
export function withSnippets(problem: Problem, context: PlaceContext, wanted: readonly Wanted[]): Problem {
  const file = problem.places?.[0]?.replace(/:\d+$/, '') ?? context.entry;
  return {
    ...problem,
    snippets: [...(problem.snippets ?? []), ...wanted.map((each) => snippet(each, file, context))],
  };
}

function snippet(wanted: Wanted, place: string, { entry, profile }: PlaceContext): Snippet {
  const file = wanted.kind === 'preload' ? entry : place;
  const specifier = `'${specifierFor(file, wanted.module, profile.importExtension)}'`;
  if (wanted.kind === 'preload') {
    return { file, where: 'as the first import', text: `import ${specifier};` };
  }
  const [where, use] = usage(wanted.kind, wanted.symbol, profile.framework?.value.name === 'nest');
  return { file, where, text: `import { ${wanted.symbol} } from ${specifier};\n\n${use}` };
}

function usage(
  kind: Exclude<Wanted['kind'], 'preload'>,
  symbol: string,
  isNest: boolean,
): readonly [where: string, use: string] {
  if (kind === 'install-app') return ['directly after the app is created', `${symbol}(app);`];
  if (kind === 'install-errors') return ['after the last route and handler is registered', `${symbol}(app);`];
  if (kind === 'import-nest-module') return ['in the root module', `imports: [${symbol} /* … */],`];
  if (isNest) return ['directly after the app is created', `${symbol}(app);`];
  return ['around the call that listens', `${symbol}(app.listen(port));`];
}
