import type { CallExpression } from 'ts-morph';
import { Node } from '../../syntax/morph.ts';
import { fieldsText } from './fields.ts';
import { filled, literalText, type Message, messageText, placeholders, returnsText } from './message.ts';

/** What a call of `console` is as a logger's. */
export interface LoggerCall {
  readonly level: string;
  /** What stands in the parentheses, each node by its text, which may itself hold calls that change. */
  readonly write: (textOf: (node: Node) => string) => string;
}

const LEVELS: Readonly<Record<string, string>> = {
  log: 'info',
  info: 'info',
  warn: 'warn',
  error: 'error',
  debug: 'debug',
};

/**
 * Say a call of `console` as one of a logger: what is text becomes the message, everything else a field. `undefined` where
 * that would lose something.
 */
export function loggerCall(call: CallExpression): LoggerCall | undefined {
  const access = call.getExpression();
  const level = Node.isPropertyAccessExpression(access) ? levelOf(access.getName()) : undefined;
  const args = call.getArguments();
  if (level === undefined || args.some((each) => Node.isSpreadElement(each))) return undefined;
  const [first] = args;
  if (first === undefined) return { level, write: () => "''" };
  if (args.length === 1 && (literalText(first) || returnsText(first) || isPlainFields(first))) {
    return { level, write: (textOf) => asItStands(call, first, textOf) };
  }
  if (hasComments(call)) return undefined;
  const parts = partsOf(args);
  if (parts === undefined) return undefined;
  const { message, fields } = parts;
  return {
    level,
    write: (textOf) =>
      [
        ...(fields.length === 0 ? [] : [fieldsText(fields, textOf)]),
        ...(message === undefined ? [] : [messageText(message, textOf)]),
      ].join(', '),
  };
}

function levelOf(method: string): string | undefined {
  return Object.hasOwn(LEVELS, method) ? LEVELS[method] : undefined;
}

interface Parts {
  readonly message: Message | undefined;
  readonly fields: readonly Node[];
}

function partsOf([first, ...rest]: readonly Node[]): Parts | undefined {
  if (first === undefined) return undefined;
  const wanted = placeholders(first);
  if (wanted.length > 0) return formatted(first, wanted, rest);
  const texts = [
    ...(literalText(first) || returnsText(first) ? [first] : []),
    ...rest.filter((each) => literalText(each)),
  ];
  const message: Message | undefined = texts.length === 0 ? undefined : { texts, values: [] };
  if (message !== undefined && texts.length > 1 && !texts.every(isQuoted)) return undefined;
  return { message, fields: [first, ...rest].filter((each) => !texts.includes(each)) };
}

/** `'%s is %d', name, age` puts the first values into the message. */
function formatted(first: Node, wanted: readonly string[], rest: readonly Node[]): Parts | undefined {
  if (!isQuoted(first) || wanted.some((each) => !/^%[sdif]$/.test(each))) return undefined;
  const values = rest.slice(0, wanted.length);
  const others = rest.slice(wanted.length);
  const texts = [first, ...others.filter((each) => literalText(each))];
  if (!texts.every(isQuoted)) return undefined;
  return {
    message: { texts, values },
    fields: [...values.filter(filled), ...others.filter((each) => !texts.includes(each))],
  };
}

/** Whether a text can be joined with others. */
function isQuoted(node: Node): boolean {
  return (
    Node.isStringLiteral(node) ||
    Node.isNoSubstitutionTemplateLiteral(node) ||
    Node.isTemplateExpression(node)
  );
}

function isPlainFields(node: Node): boolean {
  return (
    Node.isObjectLiteralExpression(node) && fieldsText([node], (each) => each.getText()) === node.getText()
  );
}

/** What stands in the parentheses, comments and line breaks included. */
function asItStands(call: CallExpression, only: Node, textOf: (node: Node) => string): string {
  const text = call.getText();
  const start = call.getStart();
  const open = text.indexOf('(', call.getExpression().getEnd() - start) + 1;
  return text.slice(open, only.getStart() - start) + textOf(only) + text.slice(only.getEnd() - start, -1);
}

/** Whether comments stand between the parentheses, outside of what is handed over. */
function hasComments(call: CallExpression): boolean {
  const text = call.getText();
  const start = call.getStart();
  let at = call.getExpression().getEnd() - start;
  let between = '';
  for (const each of call.getArguments()) {
    between += text.slice(at, each.getStart() - start);
    at = each.getEnd() - start;
  }
  return /\/[/*]/.test(between + text.slice(at));
}
