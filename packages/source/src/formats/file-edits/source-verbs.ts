import type { SourceEdit } from '@joinery/kit';
import type { ClassDeclaration } from 'ts-morph';
import { appendItem } from '../../edits/append-item.ts';
import { addMember, memberOf, removeMember } from '../../edits/class-member.ts';
import { addConstructorParameter, removeConstructorParameter } from '../../edits/constructor-parameter.ts';
import { addToDecorator, listOfDecorator } from '../../edits/decorator-argument.ts';
import { itemsOf, literalOf, metadataOf, sameCode } from '../../edits/lists.ts';
import { addReExport, findReExport, removeReExport } from '../../edits/re-export.ts';
import { removeListItems } from '../../edits/remove-list-items.ts';
import type { Splice } from '../../edits/splice.ts';
import { addUnionMember, membersOfUnion, removeUnionMember } from '../../edits/union-member.ts';
import { Node } from '../../syntax/morph.ts';
import type { Source } from '../../syntax/source.ts';
import type { EditStyle } from '../../syntax/style.ts';
import type { Standing } from './file-format.ts';

/** How one kind of change is found in a source file, made, and taken back. */
export interface SourceVerb<E extends SourceEdit> {
  find(source: Source, edit: E): Standing;
  place(source: Source, edit: E, style: EditStyle): readonly Splice[];
  takeOut(source: Source, edit: E): readonly Splice[] | undefined;
  snippet(edit: E): string;
}

type VerbOf<K extends SourceEdit['kind']> = SourceVerb<Extract<SourceEdit, { readonly kind: K }>>;

const missing: Standing = { kind: 'missing' };

function unclear(why: string, node?: Node): Standing {
  return { kind: 'unclear', at: node?.getStart() ?? 0, why };
}

function same(node: Node): Standing {
  return { kind: 'same', at: node.getStart() };
}

export const itemVerb: VerbOf<'item'> = {
  find: (source, { of, text }) => {
    const literal = literalOf(source, of);
    if (!Node.isArrayLiteralExpression(literal))
      return unclear(`it has no constant \`${of}\` that is a list`, literal);
    const found = literal.getElements().find((each) => sameCode(each.getText(), text));
    return found === undefined ? missing : same(found);
  },
  place: (source, { of, text }, style) => append(source, literalOf(source, of), text, style),
  takeOut: (source, { of, text }) => {
    const items = list(literalOf(source, of));
    return remove(
      source,
      items,
      items.find((each) => sameCode(each.getText(), text)),
    );
  },
  snippet: ({ of, text }) => `const ${of} = [/* … */ ${text}];`,
};

export const propertyVerb: VerbOf<'property'> = {
  find: (source, { of, name, text }) => {
    const literal = literalOf(source, of);
    if (!Node.isObjectLiteralExpression(literal))
      return unclear(`it has no constant \`${of}\` that is an object`, literal);
    const found = literal
      .getProperties()
      .find((each) => 'getName' in each && unquoted(each.getName()) === unquoted(name));
    if (found === undefined) return missing;
    return sameCode(found.getText(), entry(name, text))
      ? same(found)
      : { kind: 'other', at: found.getStart() };
  },
  place: (source, { of, name, text }, style) =>
    append(source, literalOf(source, of), entry(name, text), style),
  takeOut: (source, { of, name, text }) => {
    const items = list(literalOf(source, of));
    return remove(
      source,
      items,
      items.find((each) => sameCode(each.getText(), entry(name, text))),
    );
  },
  snippet: ({ of, name, text }) => `const ${of} = { /* … */ ${entry(name, text)} };`,
};

export const memberVerb: VerbOf<'member'> = {
  find: (source, { of, name, text }) => {
    const owner = source.file.getClass(of);
    if (owner === undefined) return unclear(`it has no class \`${of}\``);
    const found = memberOf(owner, name);
    if (found === undefined) return missing;
    return sameCode(found.getText(), text) ? same(found) : { kind: 'other', at: found.getStart() };
  },
  place: (source, { of, text }, style) =>
    inClass(source, of, (owner) => addMember(source, owner, text, style)),
  takeOut: (source, { of, name }) => {
    const owner = source.file.getClass(of);
    const found = owner && memberOf(owner, name);
    return found && removeMember(source, found);
  },
  snippet: ({ of, text }) => `class ${of} {\n  // …\n  ${text.replaceAll('\n', '\n  ')}\n}`,
};

export const parameterVerb: VerbOf<'parameter'> = {
  find: (source, { of, name, text }) => {
    const owner = source.file.getClass(of);
    if (owner === undefined) return unclear(`it has no class \`${of}\``);
    const [constructed, another] = owner.getConstructors();
    if (another !== undefined) return unclear(`\`${of}\` has several constructors`, another);
    if (constructed === undefined)
      return owner.getExtends() === undefined
        ? missing
        : unclear(`\`${of}\` has no constructor of its own`, owner);
    const found = constructed.getParameters().find((each) => each.getName() === name);
    if (found === undefined) return missing;
    return sameCode(found.getText(), text) ? same(found) : { kind: 'other', at: found.getStart() };
  },
  place: (source, { of, text }, style) =>
    inClass(source, of, (owner) => addConstructorParameter(source, owner, text, style)),
  takeOut: (source, { of, name }) => {
    const owner = source.file.getClass(of);
    return owner && removeConstructorParameter(source, owner, name);
  },
  snippet: ({ of, text }) => `class ${of} {\n  constructor(/* … */ ${text}) {}\n}`,
};

export const metadataVerb: VerbOf<'metadata'> = {
  find: (source, { of, on, property, text }) => {
    const owner = source.file.getClass(of);
    const decorator = owner?.getDecorator(on);
    if (owner === undefined || decorator === undefined)
      return unclear(`it has no class \`${of}\` with \`@${on}\``, owner);
    if (decorator.getArguments().length === 0)
      return decorator.isDecoratorFactory() ? missing : unclear(`\`@${on}\` is not called`, decorator);
    const metadata = metadataOf(owner, on);
    if (metadata === undefined) return unclear(`what \`@${on}\` is given is computed`, decorator);
    if (metadata.getProperty(property) === undefined) {
      return metadata.getProperties().some(Node.isSpreadAssignment)
        ? unclear(`what \`@${on}\` is given is computed`, metadata)
        : missing;
    }
    const value = listOfDecorator(owner, on, property);
    if (!Node.isArrayLiteralExpression(value))
      return unclear(`\`${property}\` of \`@${on}\` is computed`, value ?? metadata);
    const found = value.getElements().find((each) => sameCode(each.getText(), text));
    return found === undefined ? missing : same(found);
  },
  place: (source, { of, on, property, text }, style) =>
    inClass(source, of, (owner) =>
      addToDecorator(source, owner, { decorator: on, list: property, item: text }, style),
    ),
  takeOut: (source, { of, on, property, text }) => {
    const owner = source.file.getClass(of);
    const items = list(owner && listOfDecorator(owner, on, property));
    return remove(
      source,
      items,
      items.find((each) => sameCode(each.getText(), text)),
    );
  },
  snippet: ({ of, on, property, text }) => `@${on}({ ${property}: [/* … */ ${text}] })\nclass ${of} {}`,
};

export const reExportVerb: VerbOf<'re-export'> = {
  find: (source, edit) => {
    const found = findReExport(source, edit);
    return found === undefined ? missing : same(found);
  },
  place: addReExport,
  takeOut: removeReExport,
  snippet: ({ module, names }) =>
    `export ${names === undefined ? '*' : `{ ${names.join(', ')} }`} from '${module}';`,
};

export const unionVerb: VerbOf<'union-member'> = {
  find: (source, { of, text }) => {
    const members = membersOfUnion(source, of);
    if (members === undefined) return unclear(`it has no type \`${of}\``);
    const found = members.find((each) => sameCode(each.getText(), text));
    return found === undefined ? missing : same(found);
  },
  place: (source, { of, text }, style) => addUnionMember(source, of, text, style),
  takeOut: (source, { of, text }) => removeUnionMember(source, of, text),
  snippet: ({ of, text }) => `type ${of} = /* … */ | ${text};`,
};

function inClass(
  source: Source,
  name: string,
  make: (owner: ClassDeclaration) => readonly Splice[],
): readonly Splice[] {
  const owner = source.file.getClass(name);
  return owner === undefined ? [] : make(owner);
}

function append(
  source: Source,
  literal: Node | undefined,
  code: string,
  style: EditStyle,
): readonly Splice[] {
  const items = literal && itemsOf(literal);
  return items === undefined ? [] : [appendItem(source, items, code, style)];
}

function list(literal: Node | undefined): readonly Node[] {
  return (literal && itemsOf(literal)?.items) ?? [];
}

function remove(
  source: Source,
  items: readonly Node[],
  found: Node | undefined,
): readonly Splice[] | undefined {
  return found && removeListItems(source, items, [found]);
}

function entry(name: string, text: string): string {
  return name === text ? name : `${name}: ${text}`;
}

function unquoted(name: string): string {
  return name.replace(/^(['"])(.*)\1$/, '$2');
}
