import type { CallExpression } from 'ts-morph';
import { Node } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';
import { insertion, removal, type Splice } from './splice.ts';

/** Make an expression the argument of a call: `listen()` becomes `supervise(listen())`. */
export function wrapCall(expression: Node, name: string): readonly Splice[] {
  return [insertion(expression.getStart(), `${name}(`), insertion(expression.getEnd(), ')')];
}

/** Put the only argument of a call in its place. Comments between them stay. */
export function unwrapCall(source: Source, call: CallExpression): readonly Splice[] {
  const [argument] = call.getArguments();
  if (argument === undefined || call.getArguments().length !== 1) return [];
  const { text } = source;
  const open = text.indexOf('(', call.getExpression().getEnd()) + 1;
  const before = /^\s*$/.test(text.slice(open, argument.getStart())) ? argument.getStart() : open;
  const after = text.slice(argument.getEnd(), call.getEnd());
  if (/^[\s,]*\)$/.test(after))
    return [removal(call.getStart(), before), removal(argument.getEnd(), call.getEnd())];
  const comma = /^\s*,/.exec(after)?.[0].length ?? 0;
  return [
    removal(call.getStart(), before),
    removal(argument.getEnd(), argument.getEnd() + comma),
    removal(call.getEnd() - 1, call.getEnd()),
  ];
}

/** Whether what a call is given is itself a call. */
export function wrapsCall(call: CallExpression): boolean {
  return call.getArguments().some((each) => Node.isCallExpression(each) || Node.isAwaitExpression(each));
}
