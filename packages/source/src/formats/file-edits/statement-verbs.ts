import type { StatementEdit, WrapEdit } from '@joinery/kit';
import type { Block, CallExpression } from 'ts-morph';
import { insertFirst, insertLast } from '../../edits/insert-statement.ts';
import { literalOf, sameCode } from '../../edits/lists.ts';
import { removeStatement } from '../../edits/remove-statement.ts';
import { unwrapCall, wrapCall } from '../../edits/wrap-call.ts';
import { unwrap } from '../../follow/shape.ts';
import { Node } from '../../syntax/morph.ts';
import type { Source } from '../../syntax/source.ts';
import type { SourceVerb } from './source-verbs.ts';

/** A statement of a function. */
export const statementVerb: SourceVerb<StatementEdit> = {
  find: (source, edit) => {
    if (bodyOf(source, edit.of) === undefined) {
      return { kind: 'unclear', at: 0, why: `it has no function \`${edit.of}\` with a body in braces` };
    }
    const found = statementOf(source, edit);
    return found === undefined ? { kind: 'missing' } : { kind: 'same', at: found.getStart() };
  },
  place: (source, { of, where, text }, style) => {
    const body = bodyOf(source, of);
    if (body === undefined) return [];
    return [
      where === 'first' ? insertFirst(source, body, text, style) : insertLast(source, body, text, style),
    ];
  },
  takeOut: (source, edit) => {
    const found = statementOf(source, edit);
    return found && removeStatement(source, found);
  },
  snippet: ({ of, text }) => `function ${of}() {\n  ${text};\n}`,
};

/** A call around what a constant is set to. */
export const wrapVerb: SourceVerb<WrapEdit> = {
  find: (source, { of, with: callee }) => {
    const value = literalOf(source, of);
    if (value === undefined) return { kind: 'unclear', at: 0, why: `it has no constant \`${of}\`` };
    const found = callAround(value, callee);
    return found === undefined ? { kind: 'missing' } : { kind: 'same', at: found.getStart() };
  },
  place: (source, { of, with: callee }) => {
    const value = source.file.getVariableDeclaration(of)?.getInitializer();
    return value === undefined ? [] : wrapCall(value, callee);
  },
  takeOut: (source, { of, with: callee }) => {
    const found = callAround(literalOf(source, of), callee);
    return found && unwrapCall(source, found);
  },
  snippet: ({ of, with: callee }) => `const ${of} = ${callee}(/* … */);`,
};

/** The call of a function around a value, other calls around that passed. */
function callAround(value: Node | undefined, callee: string): CallExpression | undefined {
  const [only, ...more] = Node.isCallExpression(value) ? value.getArguments() : [];
  if (!Node.isCallExpression(value) || only === undefined || more.length > 0) return undefined;
  return sameCode(value.getExpression().getText(), callee) ? value : callAround(unwrap(only), callee);
}

function bodyOf(source: Source, name: string): Block | undefined {
  const owner = source.file.getFunction(name) ?? literalOf(source, name);
  const isFunction =
    Node.isFunctionDeclaration(owner) || Node.isArrowFunction(owner) || Node.isFunctionExpression(owner);
  const body = isFunction ? owner.getBody() : undefined;
  return Node.isBlock(body) ? body : undefined;
}

function statementOf(source: Source, { of, text }: StatementEdit): Node | undefined {
  return bodyOf(source, of)
    ?.getStatements()
    .find((each) => sameCode(each.getText().replace(/;$/, ''), text));
}
