import type { HostCall } from '@joinery/kit';
import type { CallExpression, NewExpression } from 'ts-morph';
import { libraryName } from '../follow/library.ts';
import { identifiersNamed } from '../syntax/identifiers.ts';
import { Node } from '../syntax/morph.ts';
import { declarationOf } from '../syntax/scope.ts';
import type { Source } from '../syntax/source.ts';

export type AnyCall = CallExpression | NewExpression;

/** The calls in a file whose callee is written like this: `express.json`, `fetch`; in the order of the text. */
export function callsWritten(source: Source, of: string): readonly AnyCall[] {
  const last = of.split('.').at(-1) ?? of;
  return identifiersNamed(source, last).flatMap((name) => {
    const parent = name.getParent();
    const callee = Node.isPropertyAccessExpression(parent) && parent.getNameNode() === name ? parent : name;
    const call = callee.getParent();
    const isCall = Node.isCallExpression(call) || Node.isNewExpression(call);
    return isCall && call.getExpression() === callee && written(callee) === of ? [call] : [];
  });
}

/** The calls of a file that an edit can be about. */
export function callsAlike(
  source: Source,
  { of, first, within }: Pick<HostCall, 'of' | 'first' | 'within'>,
): readonly AnyCall[] {
  return callsWritten(source, of).filter((call) =>
    within === undefined ? firstOf(call) === first : methodAround(call) === within,
  );
}

/** The class and method that a decorator of a method, or of one of its parameters, belongs to. */
function methodAround(call: AnyCall): string | undefined {
  const decorator = call.getParent();
  const decorated = Node.isDecorator(decorator) ? decorator.getParent() : undefined;
  const method = Node.isParameterDeclaration(decorated) ? decorated.getParent() : decorated;
  const owner = Node.isMethodDeclaration(method) ? method.getParent() : undefined;
  return Node.isMethodDeclaration(method) && Node.isClassDeclaration(owner)
    ? `${owner.getName()}.${method.getName()}`
    : undefined;
}

/** What a call is recognised by, as plans name it. */
export function describeCall(source: Source, call: AnyCall, means: string): HostCall {
  const of = written(call.getExpression());
  const within = methodAround(call);
  const first = within === undefined ? firstOf(call) : '';
  const alike = callsAlike(source, { of, first, ...(within === undefined ? {} : { within }) });
  const [argument] = call.getArguments();
  return {
    file: source.path,
    line: call.getStartLineNumber(),
    of,
    means,
    first,
    nth: alike.indexOf(call),
    ...(within === undefined ? {} : { within }),
    given: argument === undefined ? 'nothing' : Node.isObjectLiteralExpression(argument) ? 'object' : 'other',
  };
}

/**
 * What a callee means: a package's function, one of those named, or a global one that the file does not name something else.
 */
export function meaningOf(callee: Node, named: readonly string[] = []): string | undefined {
  const library = libraryName(callee);
  if (library !== undefined) return library;
  if (named.includes(callee.getText())) return callee.getText();
  return Node.isIdentifier(callee) && declarationOf(callee) === undefined ? callee.getText() : undefined;
}

/** What a callee is and means without a function of ours around it: `axios.get` of `paymentsAxios(axios).get`. */
export function coveredBy(callee: Node, ours: readonly string[]): Pick<HostCall, 'of' | 'means'> | undefined {
  const owner = Node.isPropertyAccessExpression(callee) ? callee.getExpression() : callee;
  if (!Node.isCallExpression(owner) || !ours.includes(owner.getExpression().getText())) return undefined;
  const [inner] = owner.getArguments();
  const library = inner && libraryName(inner);
  if (inner === undefined || library === undefined) return undefined;
  const member = Node.isPropertyAccessExpression(callee) ? `.${callee.getName()}` : '';
  return { of: `${written(inner)}${member}`, means: `${library}${member}` };
}

/** The text of a call's first argument, without what edits of ours put into an object. */
export function firstOf(call: AnyCall): string {
  const [argument] = call.getArguments();
  if (argument === undefined || Node.isObjectLiteralExpression(argument)) return '';
  return argument.getText();
}

/** Without white space, and without comments between the names. */
function written(callee: Node): string {
  if (!Node.isPropertyAccessExpression(callee)) return callee.getText().replace(/\s+/g, '');
  const point = callee.hasQuestionDotToken() ? '?.' : '.';
  return `${written(callee.getExpression())}${point}${callee.getName()}`;
}
