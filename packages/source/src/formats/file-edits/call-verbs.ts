import type { OptionEdit, PassEdit, RedirectEdit } from '@joinery/kit';
import { type AnyCall, callsAlike, callsWritten } from '../../code/calls.ts';
import { appendItem } from '../../edits/append-item.ts';
import { itemsOf, sameCode } from '../../edits/lists.ts';
import { removeListItems } from '../../edits/remove-list-items.ts';
import { insertion, type Splice } from '../../edits/splice.ts';
import { Node } from '../../syntax/morph.ts';
import { declarationOf } from '../../syntax/scope.ts';
import type { Source } from '../../syntax/source.ts';
import type { Standing } from './file-format.ts';
import type { SourceVerb } from './source-verbs.ts';

type CallPlace = Pick<OptionEdit, 'of' | 'first' | 'nth' | 'within'>;

/** An option of a call. */
export const optionVerb: SourceVerb<OptionEdit> = {
  find: (source, edit): Standing => {
    const call = callOf(source, edit);
    if (call === undefined || hasNoBrackets(call)) return gone(edit);
    const [argument] = call.getArguments();
    if (argument === undefined) return { kind: 'missing' };
    if (!Node.isObjectLiteralExpression(argument))
      return {
        kind: 'unclear',
        at: argument.getStart(),
        why: `\`${edit.of}\` is given its options from elsewhere`,
      };
    const found = argument.getProperty(edit.name);
    if (found === undefined) return { kind: 'missing' };
    const isSame = sameCode(found.getText(), entry(edit));
    return { kind: isSame ? 'same' : 'other', at: found.getStart() };
  },
  place: (source, edit, style) => {
    const call = callOf(source, edit);
    const [argument] = call?.getArguments() ?? [];
    const list = argument && itemsOf(argument);
    if (call === undefined) return [];
    if (argument === undefined) return [insertion(call.getEnd() - 1, `{ ${entry(edit)} }`)];
    return list === undefined ? [] : [appendItem(source, list, entry(edit), style)];
  },
  takeOut: (source, edit) => {
    const [argument] = callOf(source, edit)?.getArguments() ?? [];
    if (!Node.isObjectLiteralExpression(argument)) return undefined;
    const items = argument.getProperties();
    const found = items.find((each) => sameCode(each.getText(), entry(edit)));
    return found && removeListItems(source, items, [found]);
  },
  snippet: (edit) => `${edit.of}({ /* … */ ${entry(edit)} })`,
};

/** An argument of a call. */
export const passVerb: SourceVerb<PassEdit> = {
  find: (source, edit): Standing => {
    const call = callOf(source, edit);
    if (call === undefined || hasNoBrackets(call)) return gone(edit);
    const found = call.getArguments().find((each) => sameCode(each.getText(), edit.text));
    if (found !== undefined) return { kind: 'same', at: found.getStart() };
    const isEnough = edit.where === 'last' || call.getArguments().length > 0;
    return isEnough
      ? { kind: 'missing' }
      : { kind: 'unclear', at: call.getStart(), why: `\`${edit.of}\` is given nothing` };
  },
  place: (source, edit, style): readonly Splice[] => {
    const call = callOf(source, edit);
    if (call === undefined) return [];
    const items = call.getArguments();
    const last = items.at(-1);
    if (edit.where === 'before-last')
      return last === undefined ? [] : [insertion(last.getStart(), `${edit.text}, `)];
    const open = last?.getEnd() ?? call.getEnd() - 1;
    if (last === undefined) return [insertion(open, edit.text)];
    return [appendItem(source, { open, items, close: call.getEnd() - 1, padding: '' }, edit.text, style)];
  },
  takeOut: (source, edit) => {
    const items = callOf(source, edit)?.getArguments() ?? [];
    const found = items.find((each) => sameCode(each.getText(), edit.text));
    return found && removeListItems(source, items, [found]);
  },
  snippet: ({ of, first, text, where }) =>
    where === 'last'
      ? `${of}(${[first, text].filter(Boolean).join(', ')})`
      : `${of}(${first}, ${text}, /* … */)`,
};

/** All calls of a function. */
export const redirectVerb: SourceVerb<RedirectEdit> = {
  find: (source, edit): Standing => {
    const [first] = callsOf(source, edit.of);
    const [ours] = callsOf(source, edit.with);
    if (first !== undefined) return { kind: 'missing' };
    if (ours !== undefined) return { kind: 'same', at: ours.getStart() };
    return { kind: 'unclear', at: 0, why: `it calls \`${edit.of}\` nowhere` };
  },
  place: (source, edit) => renamed(callsOf(source, edit.of), edit.with),
  takeOut: (source, edit) => renamed(callsOf(source, edit.with), edit.of),
  snippet: (edit) => `${edit.with}(/* … */)`,
};

/** Calls of a global function, or of one that generated code has put in its place. */
function callsOf(source: Source, of: string): readonly AnyCall[] {
  return callsWritten(source, of).filter((call) => {
    const callee = call.getExpression();
    const declaration = Node.isIdentifier(callee) ? declarationOf(callee) : undefined;
    return declaration === undefined || isRelative(declaration);
  });
}

function isRelative(declaration: Node): boolean {
  if (!Node.isImportSpecifier(declaration)) return false;
  return declaration.getImportDeclaration().isModuleSpecifierRelative();
}

function renamed(calls: readonly AnyCall[], name: string): readonly Splice[] {
  return calls.map((call) => {
    const callee = call.getExpression();
    return { start: callee.getStart(), end: callee.getEnd(), text: name };
  });
}

function callOf(source: Source, place: CallPlace): AnyCall | undefined {
  return callsAlike(source, place)[place.nth];
}

function gone({ of, first, within }: CallPlace): Standing {
  const where = within === undefined ? '' : ` in \`${within}\``;
  return { kind: 'unclear', at: 0, why: `it has no call \`${of}(${first})\`${where}` };
}

/** `new Server`, which is given nothing. */
function hasNoBrackets(call: AnyCall): boolean {
  return !call.getText().endsWith(')');
}

function entry({ name, text }: OptionEdit): string {
  return `${name}: ${text}`;
}
