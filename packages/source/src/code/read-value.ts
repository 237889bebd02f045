import type { HostShape } from '@joinery/kit';
import type { BindingName, CallExpression } from 'ts-morph';
import { findFunction } from '../follow/functions.ts';
import { identifiersNamed } from '../syntax/identifiers.ts';
import { Node } from '../syntax/morph.ts';
import { declarationOf } from '../syntax/scope.ts';
import type { Source } from '../syntax/source.ts';
import type { Sources } from '../syntax/sources.ts';
import type { Evidence } from './evidence.ts';
import { allowsNothing, shapeOfType } from './shape-of-type.ts';

/** How far a value is followed: through names, and into functions that it is handed to. */
const MOST_STEPS = 12;

const TEXT =
  /^(?:trim\w*|toLowerCase|toUpperCase|startsWith|endsWith|split|padStart|padEnd|replace\w*|match|charAt|localeCompare)$/;
const LIST = /^(?:map|forEach|filter|reduce|some|every|find|flatMap|push|join|sort)$/;
const NUMBER_OPERATORS = /^(?:[-*/%<>]|<=|>=|\*\*)$/;

const is = (shape: HostShape): Evidence => ({ kind: 'is', shape });
const escapes: Evidence = { kind: 'escapes' };

interface Follow {
  readonly sources: Sources;
  readonly source: Source;
  readonly steps: number;
}

/** What the code around an expression tells of the value that it stands for. */
export function readValue(sources: Sources, source: Source, value: Node): readonly Evidence[] {
  return look(value, { sources, source, steps: 0 });
}

/** What the uses of a name tell of what it holds; a pattern in braces tells of its parts. */
export function readName(sources: Sources, source: Source, name: BindingName): readonly Evidence[] {
  return bound(name, { sources, source, steps: 0 });
}

function look(value: Node, follow: Follow): readonly Evidence[] {
  const parent = value.getParent();
  if (parent === undefined || follow.steps > MOST_STEPS) return [escapes];
  if (
    Node.isParenthesizedExpression(parent) ||
    Node.isNonNullExpression(parent) ||
    Node.isAwaitExpression(parent)
  )
    return look(parent, follow);
  if (Node.isAsExpression(parent) || Node.isSatisfiesExpression(parent) || Node.isTypeAssertion(parent)) {
    const type = parent.getTypeNode();
    const told = type === undefined ? [] : [is(shapeOfType(follow.sources, type, follow.source))];
    return [...told, ...look(parent, follow)];
  }
  if (Node.isPropertyAccessExpression(parent)) return member(parent, parent.getName(), follow);
  if (Node.isElementAccessExpression(parent) && parent.getExpression() === value) {
    const key = parent.getArgumentExpression();
    return Node.isStringLiteral(key) ? member(parent, key.getLiteralText(), follow) : [escapes];
  }
  if (Node.isVariableDeclaration(parent)) return variable(parent.getNameNode(), parent.getTypeNode(), follow);
  if (Node.isBinaryExpression(parent)) return binary(value, parent, follow);
  if (Node.isCallExpression(parent)) return argument(value, parent, follow);
  if (Node.isForOfStatement(parent)) return [{ kind: 'holds', of: [] }];
  if (Node.isTypeOfExpression(parent)) return typeCheck(parent);
  if (
    Node.isPrefixUnaryExpression(parent) ||
    Node.isIfStatement(parent) ||
    Node.isExpressionStatement(parent)
  )
    return [];
  return Node.isConditionalExpression(parent) && parent.getCondition() === value ? [] : [escapes];
}

function member(access: Node, name: string, follow: Follow): readonly Evidence[] {
  const call = access.getParent();
  const isCalled = Node.isCallExpression(call) && call.getExpression() === access;
  if (isCalled && TEXT.test(name)) return [is({ kind: 'string' })];
  if (isCalled && LIST.test(name)) return [{ kind: 'holds', of: ofItems(call, name, follow) }];
  if (isCalled) return [escapes];
  if (name === 'length') return [];
  return [{ kind: 'has', name, optional: false, of: look(access, further(follow)) }];
}

/** What a function that each item is handed to does with it. */
function ofItems(call: CallExpression, name: string, follow: Follow): readonly Evidence[] {
  const [callback] = call.getArguments();
  if (callback === undefined || name === 'push' || name === 'join') return [];
  return parameterOf(callback, name === 'reduce' ? 1 : 0, follow);
}

function parameterOf(callee: Node, index: number, follow: Follow): readonly Evidence[] {
  const called = findFunction(follow.sources, callee, follow.source);
  const node = called?.node;
  const isKnown =
    Node.isFunctionDeclaration(node) ||
    Node.isArrowFunction(node) ||
    Node.isFunctionExpression(node) ||
    Node.isMethodDeclaration(node);
  const parameter = isKnown ? node.getParameters()[index] : undefined;
  if (called === undefined || parameter === undefined || parameter.isRestParameter()) return [escapes];
  const at = { ...further(follow), source: called.source };
  return variable(parameter.getNameNode(), parameter.getTypeNode(), at);
}

function variable(
  name: BindingName,
  type: Parameters<typeof shapeOfType>[1] | undefined,
  follow: Follow,
): readonly Evidence[] {
  const told = type === undefined ? [] : [is(shapeOfType(follow.sources, type, follow.source))];
  const optional: readonly Evidence[] =
    type !== undefined && allowsNothing(type) ? [{ kind: 'optional' }] : [];
  return [...told, ...optional, ...bound(name, further(follow))];
}

function bound(name: BindingName, follow: Follow): readonly Evidence[] {
  if (Node.isIdentifier(name)) {
    const owner = name.getParent();
    return identifiersNamed(follow.source, name.getText())
      .filter((each) => each !== name && !Node.isTypePredicate(each.getParent()))
      .filter((each) => declarationOf(each) === owner)
      .flatMap((each) => look(each, further(follow)));
  }
  if (!Node.isObjectBindingPattern(name)) return [escapes];
  return name.getElements().flatMap((element): readonly Evidence[] => {
    if (element.getDotDotDotToken() !== undefined) return [escapes];
    const initial = element.getInitializer();
    const of = [...bound(element.getNameNode(), further(follow)), ...literal(initial)];
    const key = element.getPropertyNameNode()?.getText() ?? element.getName();
    return [{ kind: 'has', name: key.replace(/^['"]|['"]$/g, ''), optional: initial !== undefined, of }];
  });
}

function binary(value: Node, parent: Node, follow: Follow): readonly Evidence[] {
  if (!Node.isBinaryExpression(parent)) return [];
  const operator = parent.getOperatorToken().getText();
  const other = parent.getLeft() === value ? parent.getRight() : parent.getLeft();
  if (operator === '??' || operator === '||')
    return parent.getLeft() === value ? [{ kind: 'optional' }, ...literal(other)] : [];
  if (operator === '&&' || operator === 'in' || operator === 'instanceof') return [];
  if (/^[!=]==?$/.test(operator))
    return other.getText() === 'undefined' ? [{ kind: 'optional' }] : literal(other);
  if (NUMBER_OPERATORS.test(operator)) return [is({ kind: 'number' })];
  return operator === '+' ? literal(other) : [escapes, ...look(parent, further(follow))];
}

/** A value that is compared or replaced with a literal is of its kind, whatever other values it may have. */
function literal(node: Node | undefined): readonly Evidence[] {
  if (Node.isStringLiteral(node) || Node.isTemplateExpression(node)) return [is({ kind: 'string' })];
  if (Node.isNumericLiteral(node)) return [is({ kind: 'number' })];
  if (Node.isTrueLiteral(node) || Node.isFalseLiteral(node)) return [is({ kind: 'boolean' })];
  return Node.isArrayLiteralExpression(node) ? [{ kind: 'holds', of: [] }] : [];
}

function typeCheck(node: Node): readonly Evidence[] {
  const comparison = node.getParent();
  const word = Node.isBinaryExpression(comparison) ? comparison.getRight() : undefined;
  const kind = Node.isStringLiteral(word) ? word.getLiteralText() : '';
  return kind === 'string' || kind === 'number' || kind === 'boolean' ? [is({ kind })] : [];
}

function argument(value: Node, call: CallExpression, follow: Follow): readonly Evidence[] {
  const callee = call.getExpression();
  const name = callee.getText();
  if (name === 'Array.isArray') return [{ kind: 'holds', of: [] }];
  if (/^Number\.is/.test(name)) return [is({ kind: 'number' })];
  if (/^(?:Number|String|parseInt|parseFloat|Number\.parse\w+|Boolean)$/.test(name)) return [];
  if (/^Object\.(?:keys|values|entries)$/.test(name)) return [escapes];
  return parameterOf(callee, call.getArguments().indexOf(value), follow);
}

function further(follow: Follow): Follow {
  return { ...follow, steps: follow.steps + 1 };
}
