import type { ParameterDeclaration } from 'ts-morph';
import { Node, SyntaxKind } from '../syntax/morph.ts';
import type { Sources } from '../syntax/sources.ts';
import type { Located } from './exports.ts';
import { findFunction } from './functions.ts';

/** What is handed in for a parameter, at every call in the files known so far. */
export function findCallers(
  sources: Sources,
  known: readonly string[],
  { node: parameter, source }: Located<ParameterDeclaration>,
): readonly Located[] {
  const owner = parameter.getParent();
  const target = Node.isConstructorDeclaration(owner) ? owner.getParent() : owner;
  const index = parameter.getChildIndex() >> 1;
  const name = nameOf(target);
  if (target === undefined || name === undefined) return [];
  return [...new Set([source.path, ...known])].flatMap((path) => {
    if (!sources.text(path)?.includes(name)) return [];
    const at = sources.open(path);
    if (at === undefined) return [];
    const calls = [
      ...at.file.getDescendantsOfKind(SyntaxKind.CallExpression),
      ...at.file.getDescendantsOfKind(SyntaxKind.NewExpression),
    ];
    return calls.flatMap((call) => {
      const argument = call.getArguments()[index];
      if (argument === undefined || !call.getExpression().getText().endsWith(name)) return [];
      const called = findFunction(sources, call.getExpression(), at);
      return called?.node === target ? [{ node: argument, source: at }] : [];
    });
  });
}

function nameOf(target: Node | undefined): string | undefined {
  if (
    Node.isFunctionDeclaration(target) ||
    Node.isClassDeclaration(target) ||
    Node.isMethodDeclaration(target)
  ) {
    return target.getName();
  }
  const variable = target?.getParent();
  return Node.isVariableDeclaration(variable) ? variable.getName() : undefined;
}
