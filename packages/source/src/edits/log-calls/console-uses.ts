import type { CallExpression, Identifier } from 'ts-morph';
import { identifiersNamed } from '../../syntax/identifiers.ts';
import { Node } from '../../syntax/morph.ts';
import { declarationOf } from '../../syntax/scope.ts';
import type { Source } from '../../syntax/source.ts';
import { type LoggerCall, loggerCall } from './logger-call.ts';

/** What a file does with `console`. */
export interface ConsoleUses {
  /** Calls that a logger can take over, in the file's order. */
  readonly calls: ReadonlyMap<CallExpression, LoggerCall>;
  /** Everything else: other methods, `console` handed on, arguments that are spread. */
  readonly others: readonly Node[];
}

/** Find the uses of the global `console` in a file. One that the file has changed keeps all of its calls. */
export function consoleUses(source: Source): ConsoleUses {
  const uses = identifiersNamed(source, 'console').filter((each) => isUse(each) && isGlobal(each));
  const isReplaced = uses.some(isAssignedTo);
  const calls = new Map<CallExpression, LoggerCall>();
  const others: Node[] = [];
  for (const use of uses) {
    const call = callOf(use);
    const converted = call && !isReplaced ? loggerCall(call) : undefined;
    if (call !== undefined && converted !== undefined) calls.set(call, converted);
    else others.push(use);
  }
  return { calls, others };
}

/** Whether an identifier means something here, and is not the name of a property, a declaration or a type. */
function isUse(identifier: Identifier): boolean {
  const parent = identifier.getParent();
  if (Node.isShorthandPropertyAssignment(parent)) return true;
  if (Node.isTypeQuery(parent) || Node.isQualifiedName(parent) || Node.isTypeReference(parent)) return false;
  const { compilerNode } = parent;
  const names = [
    'name' in compilerNode ? compilerNode.name : undefined,
    'propertyName' in compilerNode ? compilerNode.propertyName : undefined,
  ];
  return !names.includes(identifier.compilerNode);
}

function isGlobal(identifier: Identifier): boolean {
  const isCaught = identifier
    .getAncestors()
    .some((each) => Node.isCatchClause(each) && each.getVariableDeclaration()?.getName() === 'console');
  return !isCaught && declarationOf(identifier) === undefined;
}

/** `console = …`, `console.log = …` */
function isAssignedTo(identifier: Identifier): boolean {
  const access = identifier.getParent();
  const target = Node.isPropertyAccessExpression(access) ? access : identifier;
  const parent = target.getParent();
  return (
    Node.isBinaryExpression(parent) &&
    parent.getLeft() === target &&
    /^(?:\|\||&&|\?\?)?=$/.test(parent.getOperatorToken().getText())
  );
}

/** `console.log(…)` of `console`, but not `console?.log(…)` or `console.log?.(…)`. */
function callOf(identifier: Identifier): CallExpression | undefined {
  const access = identifier.getParent();
  if (!Node.isPropertyAccessExpression(access) || access.hasQuestionDotToken()) return undefined;
  const call = access.getParent();
  if (!Node.isCallExpression(call) || call.getExpression() !== access) return undefined;
  return call.hasQuestionDotToken() ? undefined : call;
}
