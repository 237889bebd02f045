import { Node } from './morph.ts';

/** A name or a chain of members as code, without the comments and white space that stand in it: `this.app`. */
export function plainName(node: Node): string {
  if (Node.isPropertyAccessExpression(node)) {
    const dot = node.hasQuestionDotToken() ? '?.' : '.';
    return `${plainName(node.getExpression())}${dot}${node.getName()}`;
  }
  if (Node.isNonNullExpression(node)) return `${plainName(node.getExpression())}!`;
  return node.getText();
}
