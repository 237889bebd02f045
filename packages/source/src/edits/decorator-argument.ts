import type { ClassDeclaration } from 'ts-morph';
import { Node } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';
import type { EditStyle } from '../syntax/style.ts';
import { appendItem } from './append-item.ts';
import { itemsOf, metadataOf } from './lists.ts';
import { insertion, type Splice } from './splice.ts';

/** The list that a decorator of a class holds under a name: `providers` of `@Module({ providers: […] })`. */
export function listOfDecorator(owner: ClassDeclaration, decorator: string, name: string): Node | undefined {
  const property = metadataOf(owner, decorator)?.getProperty(name);
  return Node.isPropertyAssignment(property) ? property.getInitializer() : undefined;
}

/** Add an item to such a list; the list and the object are made where they are missing. None where they are computed. */
export function addToDecorator(
  source: Source,
  owner: ClassDeclaration,
  { decorator, list, item }: { readonly decorator: string; readonly list: string; readonly item: string },
  host: EditStyle,
): readonly Splice[] {
  const call = owner.getDecorator(decorator)?.getCallExpression();
  if (call === undefined) return [];
  if (call.getArguments().length === 0) {
    return [insertion(call.getEnd() - 1, `{ ${list}: [${item}] }`)];
  }
  const metadata = metadataOf(owner, decorator);
  const all = metadata && itemsOf(metadata);
  if (metadata === undefined || all === undefined) return [];
  if (metadata.getProperty(list) === undefined) return [appendItem(source, all, `${list}: [${item}]`, host)];
  const value = listOfDecorator(owner, decorator, list);
  const items = value && itemsOf(value);
  return items === undefined || !Node.isArrayLiteralExpression(value)
    ? []
    : [appendItem(source, items, item, host)];
}
