import type { ImportEdit } from '@joinery/kit';
import { type ImportSettings, importSymbols, importTypes } from '../../edits/import-symbol.ts';
import { removeListItems } from '../../edits/remove-list-items.ts';
import { removeStatement } from '../../edits/remove-statement.ts';
import { identifiersNamed } from '../../syntax/identifiers.ts';
import { Node } from '../../syntax/morph.ts';
import { localName } from '../../syntax/scope.ts';
import type { Source } from '../../syntax/source.ts';
import type { EditStyle } from '../../syntax/style.ts';
import type { Standing } from './file-format.ts';
import type { SourceVerb } from './source-verbs.ts';

/** An import of one name. */
export const importVerb: SourceVerb<ImportEdit> = {
  find: (source, edit): Standing => {
    const found = specifierOf(source, edit);
    if (found !== undefined) {
      return localName(found) === edit.name
        ? { kind: 'same', at: found.getStart() }
        : { kind: 'unclear', at: found.getStart(), why: `it imports \`${edit.name}\` by another name` };
    }
    const [used] = usesOf(source, edit.name);
    return used === undefined
      ? { kind: 'missing' }
      : { kind: 'unclear', at: used.getStart(), why: `\`${edit.name}\` is something else in it` };
  },
  place: (source, { module, name, typeOnly = false }, style) => {
    const make = typeOnly ? importTypes : importSymbols;
    return make(source, module, new Map([[name, name]]), settingsOf(module, style));
  },
  takeOut: (source, edit) => {
    const found = specifierOf(source, edit);
    const declaration = found?.getImportDeclaration();
    if (found === undefined || declaration === undefined) return undefined;
    const all = declaration.getNamedImports();
    const isAll = all.length === 1 && declaration.getDefaultImport() === undefined;
    return isAll ? removeStatement(source, declaration) : removeListItems(source, all, [found]);
  },
  snippet: ({ module, name, typeOnly }) => `import ${typeOnly ? 'type ' : ''}{ ${name} } from '${module}';`,
};

function specifierOf(source: Source, { module, name }: ImportEdit) {
  return source.file
    .getImportDeclarations()
    .filter((each) => bare(each.getModuleSpecifierValue()) === bare(module))
    .flatMap((each) => each.getNamedImports())
    .find((each) => each.getName() === name);
}

/** Where a file uses a name, as a value or as a type. */
function usesOf(source: Source, name: string): readonly Node[] {
  return identifiersNamed(source, name).filter((each) => {
    const parent = each.getParent();
    const isMember = Node.isPropertyAccessExpression(parent) && parent.getNameNode() === each;
    return !isMember && !(Node.isPropertyAssignment(parent) && parent.getNameNode() === each);
  });
}

function settingsOf(specifier: string, style: EditStyle): ImportSettings {
  return { aliases: [], extension: '', style, order: [], specifier };
}

function bare(specifier: string): string {
  return specifier.replace(/\.[cm]?[jt]s$/, '').replace(/\/index$/, '');
}
