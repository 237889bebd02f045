import { Node } from '../../syntax/morph.ts';

/** Names that lines have already. */
const TAKEN = new Set([
  'err',
  'level',
  'message',
  'msg',
  'request_id',
  'severity',
  'span_id',
  'time',
  'trace_flags',
  'trace_id',
  'undefined',
]);

/** Write values as an object: an error as `err`, anything else under its own name where it has one. */
export function fieldsText(values: readonly Node[], textOf: (node: Node) => string): string {
  const [only] = values;
  if (values.length === 1 && only !== undefined && isSpreadable(only, new Set())) return textOf(only);
  const used = new Set<string>();
  const entries = values.map((value) => {
    if (isSpreadable(value, used)) {
      for (const name of namesIn(value)) used.add(name);
      return textOf(value).slice(1, -1).trim().replace(/,$/, '');
    }
    const said = plainValue(value);
    const name = freeName(nameFor(value), used);
    used.add(name);
    const text = textOf(said);
    return text === name ? name : `${name}: ${text}`;
  });
  return `{ ${entries.filter((each) => each !== '').join(', ')} }`;
}

/** Whether a value is an error, as far as its name and its place tell. */
export function isError(node: Node): boolean {
  if (Node.isAsExpression(node) || Node.isParenthesizedExpression(node)) return isError(node.getExpression());
  if (Node.isNewExpression(node)) return /(?:Error|Exception)$/.test(node.getExpression().getText());
  if (Node.isPropertyAccessExpression(node)) return /^(?:err|error|reason|cause)$/.test(node.getName());
  if (!Node.isIdentifier(node)) return false;
  const name = node.getText();
  return /^(?:e|ex|err|error|exception)$|(?:Err|Error|Exception)$/.test(name) || isCaught(node, name);
}

/** `catch (name)` or `.catch((name) => …)` around an expression. */
function isCaught(node: Node, name: string): boolean {
  return node.getAncestors().some((each) => {
    if (Node.isCatchClause(each)) return each.getVariableDeclaration()?.getName() === name;
    if (!Node.isArrowFunction(each) && !Node.isFunctionExpression(each)) return false;
    const call = each.getParent();
    return (
      each.getParameters()[0]?.getName() === name &&
      Node.isCallExpression(call) &&
      /\.catch$/.test(call.getExpression().getText())
    );
  });
}

/** The message or stack of an error is all of it; what was only made text to be printed is itself. */
function plainValue(node: Node): Node {
  if (Node.isPropertyAccessExpression(node) && /^(?:message|stack)$/.test(node.getName())) {
    return isError(node.getExpression()) ? withoutType(node.getExpression()) : node;
  }
  if (Node.isCallExpression(node) && node.getExpression().getText() === 'JSON.stringify') {
    const [value] = node.getArguments();
    return value === undefined || node.getArguments().length === 2 ? node : value;
  }
  return isError(node) ? withoutType(node) : node;
}

/** `error` of `(error as Error)` */
function withoutType(node: Node): Node {
  if (Node.isAsExpression(node) || Node.isParenthesizedExpression(node)) {
    return withoutType(node.getExpression());
  }
  return node;
}

function nameFor(value: Node): string {
  const said = plainValue(value);
  if (isError(said)) return 'err';
  const name = ownName(said);
  return name === undefined || TAKEN.has(name) ? 'value' : name;
}

function ownName(node: Node): string | undefined {
  if (Node.isIdentifier(node)) return node.getText();
  if (Node.isPropertyAccessExpression(node)) {
    return Node.isPrivateIdentifier(node.getNameNode()) ? node.getName().slice(1) : node.getName();
  }
  if (
    Node.isAwaitExpression(node) ||
    Node.isAsExpression(node) ||
    Node.isNonNullExpression(node) ||
    Node.isParenthesizedExpression(node)
  ) {
    return ownName(node.getExpression());
  }
  return undefined;
}

function freeName(name: string, used: ReadonlySet<string>): string {
  if (!used.has(name)) return name;
  for (let count = 2; ; count += 1) if (!used.has(`${name}${count}`)) return `${name}${count}`;
}

/** Whether an object's own entries can stand among the fields. */
function isSpreadable(node: Node, used: ReadonlySet<string>): boolean {
  if (!Node.isObjectLiteralExpression(node) || node.getProperties().length === 0) return false;
  return namesIn(node).every((name) => !used.has(name) && (name === 'err' || !TAKEN.has(name)));
}

function namesIn(node: Node): readonly string[] {
  if (!Node.isObjectLiteralExpression(node)) return [];
  return node
    .getProperties()
    .map((each) => (Node.isSpreadAssignment(each) ? '' : each.getName().replace(/^['"]|['"]$/g, '')))
    .filter((name) => name !== '');
}
