import type { App, Listen } from '../../follow/find-app.ts';
import { CREATES_SERVER, libraryName } from '../../follow/library.ts';
import type { Registrations } from '../../follow/registrations.ts';
import { unwrap } from '../../follow/shape.ts';
import { Node, SyntaxKind } from '../../syntax/morph.ts';
import { plainName } from '../../syntax/plain-name.ts';
import { declarationOf } from '../../syntax/scope.ts';

/** How the code before a statement refers to the app that is made to listen in it. */
export function nameOfApp(
  { creation: { holder } }: App,
  { source, call }: Listen,
  statement: Node,
  registrations: Registrations,
): string | undefined {
  const served = source.file
    .getDescendantsOfKind(SyntaxKind.CallExpression)
    .filter((each) => CREATES_SERVER.test(libraryName(each.getExpression()) ?? ''))
    .flatMap((each) => each.getArguments().slice(-1));
  const callee = call.getExpression();
  const receiver = Node.isPropertyAccessExpression(callee) ? [callee.getExpression()] : [];
  const candidates = [...receiver, ...served].map(unwrap);
  const known = candidates.find((each) => isVisible(each, statement) && registrations.isApp(each, source));
  if (known !== undefined) return plainName(known);
  if (holder?.source !== source) return undefined;
  const isMember = holder.name.startsWith('this.');
  const sameClass = classOf(holder.node) === classOf(statement);
  if (isMember) return sameClass ? holder.name : undefined;
  const block = holder.node.getParent();
  return block !== undefined && statement.getAncestors().includes(block) ? holder.name : undefined;
}

function classOf(node: Node): Node | undefined {
  return node.getFirstAncestor(Node.isClassDeclaration);
}

/** Whether a name or a member of one is declared where a statement can use it. */
function isVisible(node: Node, statement: Node): boolean {
  const head = Node.isPropertyAccessExpression(node) ? unwrap(node.getExpression()) : node;
  if (Node.isPropertyAccessExpression(head)) return isVisible(head, statement);
  if (Node.isThisExpression(head)) return classOf(head) === classOf(statement);
  const declaration = Node.isIdentifier(head) ? declarationOf(head) : undefined;
  if (declaration === undefined) return false;
  if (Node.isParameterDeclaration(declaration)) {
    return statement.getAncestors().includes(declaration.getParent());
  }
  const owner = declaration.getFirstAncestor(Node.isStatement) ?? declaration;
  const block = owner.getParent();
  return block !== undefined && statement.getAncestors().includes(block) && owner !== statement;
}
