import type { Problem } from '@joinery/engine';
import { filesNear } from '../follow/files.ts';
import type { AppKind } from '../follow/find-app.ts';
import { libraryName } from '../follow/library.ts';
import { Node, SyntaxKind } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';
import type { PlaceContext } from './place.ts';
import { placesOf, refuse } from './refusals.ts';

/** Why no app is found: a library makes it, with everything of the service in it. */
export function madeByLibrary(
  { sources, entry }: PlaceContext,
  { makers = {} }: AppKind,
  title: string,
): Problem | undefined {
  for (const path of filesNear(sources, entry)) {
    const text = sources.text(path) ?? '';
    if (!Object.keys(makers).some((maker) => text.includes(packageOf(maker)))) continue;
    const source = sources.open(path);
    const made = source && madeIn(source, makers);
    if (source !== undefined && made !== undefined) {
      const [node, maker] = made;
      return refuse({
        id: 'app-made-by-library',
        found: Node.isExpressionWithTypeArguments(node)
          ? `A class extends \`${maker}\`, so no statement gives the ${title} app a name that another could use.`
          : `\`${maker}\` makes the ${title} app with the service's routes in it, so nothing can come before them.`,
        todo: makers[maker] ?? '',
        places: placesOf([{ source, node }]),
      });
    }
  }
  return undefined;
}

/** `@tsed/platform-express` of `@tsed/platform-express.PlatformExpress.bootstrap`. */
function packageOf(maker: string): string {
  return /^(?:@[^/]+\/)?[^.]+/.exec(maker)?.[0] ?? maker;
}

/** The first call, construction or base class of a maker. */
function madeIn(
  { file }: Source,
  makers: Readonly<Record<string, string>>,
): readonly [node: Node, maker: string] | undefined {
  const uses = [
    ...file.getDescendantsOfKind(SyntaxKind.CallExpression),
    ...file.getDescendantsOfKind(SyntaxKind.NewExpression),
    ...file.getClasses().flatMap((each) => each.getExtends() ?? []),
  ];
  for (const node of uses) {
    const maker = libraryName(node.getExpression());
    if (maker !== undefined && Object.hasOwn(makers, maker)) return [node, maker];
  }
  return undefined;
}
