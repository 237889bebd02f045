import type { CallExpression } from 'ts-morph';
import type { Node } from '../../syntax/morph.ts';
import type { Source } from '../../syntax/source.ts';
import { applySplices, type Splice } from '../splice.ts';
import { consoleUses } from './console-uses.ts';

/** Make a logger of every call of `console` that one can take over; calls within calls go with the outer one. */
export function replaceConsole(source: Source, logger: string): readonly Splice[] {
  const { calls } = consoleUses(source);

  function textOf(node: Node): string {
    const inner = within(node).map(({ start, end, text }) => ({
      start: start - node.getStart(),
      end: end - node.getStart(),
      text,
    }));
    return inner.length === 0 ? node.getText() : applySplices(node.getText(), inner);
  }

  function within(node: Node): readonly Splice[] {
    const inside = [...calls.keys()].filter((call) => contains(node, call));
    return outermost(inside).map(splice);
  }

  function splice(call: CallExpression): Splice {
    const said = calls.get(call);
    const text = said === undefined ? call.getText() : `${logger}.${said.level}(${said.write(textOf)})`;
    return { start: call.getStart(), end: call.getEnd(), text };
  }

  return outermost([...calls.keys()]).map(splice);
}

function outermost(calls: readonly CallExpression[]): readonly CallExpression[] {
  return calls.filter((call) => !calls.some((other) => other !== call && contains(other, call)));
}

function contains(outer: Node, inner: Node): boolean {
  return outer.getStart() <= inner.getStart() && inner.getEnd() <= outer.getEnd();
}
