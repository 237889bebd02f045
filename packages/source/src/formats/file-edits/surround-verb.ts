import type { SurroundEdit } from '@joinery/kit';
import type { CallExpression } from 'ts-morph';
import { callsWritten } from '../../code/calls.ts';
import { sameCode } from '../../edits/lists.ts';
import type { Splice } from '../../edits/splice.ts';
import { libraryName } from '../../follow/library.ts';
import { Node } from '../../syntax/morph.ts';
import type { Source } from '../../syntax/source.ts';
import type { Standing } from './file-format.ts';
import type { SourceVerb } from './source-verbs.ts';

/** A call around what all calls of a function or method belong to. */
export const surroundVerb: SourceVerb<SurroundEdit> = {
  find: (source, edit): Standing => {
    if (plain(source, edit).length > 0) return { kind: 'missing' };
    const [ours] = surrounding(source, edit);
    if (ours !== undefined) return { kind: 'same', at: ours.getStart() };
    return { kind: 'unclear', at: 0, why: `it calls \`${edit.of}\` nowhere` };
  },
  place: (source, edit) =>
    plain(source, edit).map((callee) => {
      const { part, with: name } = edit;
      const owner = Node.isPropertyAccessExpression(callee) ? callee.getExpression() : callee;
      const inner = part === 'owner' ? owner : callee;
      return inPlaceOf(inner, `${name}(${inner.getText()})`);
    }),
  takeOut: (source, edit) =>
    surrounding(source, edit).map((call) => inPlaceOf(call, call.getArguments()[0]?.getText() ?? '')),
  snippet: (edit) => {
    const { inner, member } = partsOf(edit);
    return `${edit.with}(${inner})${member}(/* … */)`;
  },
};

/** The callees that are a package's, not something that has its name. */
function plain(source: Source, { of }: SurroundEdit): readonly Node[] {
  const callees = callsWritten(source, of).map((call) => call.getExpression());
  return callees.filter((callee) => libraryName(callee) !== undefined);
}

function inPlaceOf(node: Node, text: string): Splice {
  return { start: node.getStart(), end: node.getEnd(), text };
}

function partsOf({ of, part }: SurroundEdit): { readonly inner: string; readonly member: string } {
  const point = of.lastIndexOf('.');
  return part === 'callee' || point === -1
    ? { inner: of, member: '' }
    : { inner: of.slice(0, point), member: of.slice(point) };
}

/** Our calls around it: `paymentsAxios(axios)` where `.get(…)` follows. */
function surrounding(source: Source, edit: SurroundEdit): readonly CallExpression[] {
  const { inner, member } = partsOf(edit);
  return callsWritten(source, edit.with).flatMap((call) => {
    const [argument, ...more] = call.getArguments();
    if (!Node.isCallExpression(call) || argument === undefined || more.length > 0) return [];
    return sameCode(argument.getText(), inner) && isCalled(call, member) ? [call] : [];
  });
}

function isCalled(call: CallExpression, member: string): boolean {
  const parent = call.getParent();
  const isMember = Node.isPropertyAccessExpression(parent) && parent.getExpression() === call;
  if (member === '') return Node.isCallExpression(parent) && parent.getExpression() === call;
  if (!isMember || `.${parent.getName()}` !== member) return false;
  const outer = parent.getParent();
  return Node.isCallExpression(outer) && outer.getExpression() === parent;
}
