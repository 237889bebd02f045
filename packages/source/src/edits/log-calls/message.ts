import { Node } from '../../syntax/morph.ts';
import { isError } from './fields.ts';

/** Texts that stand one after the other, and the values that the first one has places for. */
export interface Message {
  readonly texts: readonly Node[];
  readonly values: readonly Node[];
}

/** Whether an expression is text that somebody wrote, be it with values in it. */
export function literalText(node: Node): boolean {
  if (Node.isParenthesizedExpression(node)) return literalText(node.getExpression());
  if (Node.isBinaryExpression(node)) {
    return (
      node.getOperatorToken().getText() === '+' &&
      (literalText(node.getLeft()) || literalText(node.getRight()))
    );
  }
  if (Node.isConditionalExpression(node)) {
    return literalText(node.getWhenTrue()) && literalText(node.getWhenFalse());
  }
  return (
    Node.isStringLiteral(node) ||
    Node.isNoSubstitutionTemplateLiteral(node) ||
    Node.isTemplateExpression(node)
  );
}

/** Whether a call gives text, as far as its name tells. */
export function returnsText(node: Node): boolean {
  if (Node.isAsExpression(node)) return node.getTypeNode()?.getText() === 'string';
  if (!Node.isCallExpression(node)) return false;
  return /^(?:String|JSON\.stringify|(?:util\.)?(?:inspect|format))$|\.(?:toString|toISOString)$/.test(
    node.getExpression().getText(),
  );
}

/** The places for values in a text that is written out: `%s`. */
export function placeholders(node: Node): readonly string[] {
  return literalText(node) ? (node.getText().match(/%[sdifjoOc%]/g) ?? []) : [];
}

/** Whether a value that is put into the message is worth a field, too. */
export function filled(value: Node): boolean {
  return isError(value);
}

export function messageText({ texts, values }: Message, textOf: (node: Node) => string): string {
  const [first] = texts;
  if (first === undefined) return "''";
  if (texts.length === 1 && values.length === 0) return textOf(first);
  const raw = texts.map((each) => textOf(each));
  const quote = raw[0]?.[0] ?? "'";
  if (values.length === 0 && quote !== '`' && raw.every((each) => each[0] === quote)) {
    return quote + raw.map((each) => each.slice(1, -1)).join(' ') + quote;
  }
  const [head = '', ...rest] = raw.map(templateInner);
  const left = [...values];
  const start = head.replace(/%[sdif]/g, (place) => {
    const value = left.shift();
    return value === undefined ? place : `\${${textOf(value)}}`;
  });
  return `\`${[start, ...rest].join(' ')}\``;
}

/** What stands between the backticks of a template that says the same. */
function templateInner(raw: string): string {
  const inner = raw.slice(1, -1);
  return raw.startsWith('`') ? inner : inner.replace(/`|\$(?=\{)/g, '\\$&').replace(/\\(['"])/g, '$1');
}
