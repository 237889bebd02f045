import type { ClassDeclaration } from 'ts-morph';
import type { Source } from '../syntax/source.ts';
import type { EditStyle } from '../syntax/style.ts';
import { appendItem } from './append-item.ts';
import { addMember } from './class-member.ts';
import { parametersOf } from './lists.ts';
import { removeListItems } from './remove-list-items.ts';
import type { Splice } from './splice.ts';

/** Add a parameter to the constructor of a class; to one of its own where it has none. */
export function addConstructorParameter(
  source: Source,
  owner: ClassDeclaration,
  code: string,
  host: EditStyle,
): readonly Splice[] {
  const [constructed] = owner.getConstructors();
  if (constructed !== undefined) return [appendItem(source, parametersOf(source, constructed), code, host)];
  return owner.getExtends() === undefined ? addMember(source, owner, `constructor(${code}) {}`, host) : [];
}

/** Take a parameter out of the constructor of a class. */
export function removeConstructorParameter(
  source: Source,
  owner: ClassDeclaration,
  name: string,
): readonly Splice[] | undefined {
  const items = owner.getConstructors()[0]?.getParameters() ?? [];
  const found = items.find((each) => each.getName() === name);
  return found && removeListItems(source, items, [found]);
}
