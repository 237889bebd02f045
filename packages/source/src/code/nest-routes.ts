import type { HostRoute, HostShape } from '@joinery/kit';
import type { ClassDeclaration, Decorator, MethodDeclaration, ParameterDeclaration } from 'ts-morph';
import { Node } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';
import type { Sources } from '../syntax/sources.ts';
import { describeCall } from './calls.ts';
import { shapeFrom } from './evidence.ts';
import { pathText } from './mounts.ts';
import { readName } from './read-value.ts';
import { shapeOfType } from './shape-of-type.ts';

const VERBS = /^(?:Get|Post|Put|Patch|Delete)$/;
const PARTS = { Body: 'body', Query: 'query', Param: 'params' } as const;

/** The routes of Nest's controllers. */
export function readNestRoutes(sources: Sources, files: readonly string[]): readonly HostRoute[] {
  return files
    .filter((file) => sources.text(file)?.includes('@Controller'))
    .map((file) => sources.open(file))
    .filter((source) => source !== undefined)
    .filter((source) => source.error === undefined)
    .flatMap((source) => source.file.getClasses().flatMap((owner) => ofController(sources, source, owner)));
}

function ofController(sources: Sources, source: Source, owner: ClassDeclaration): readonly HostRoute[] {
  const controller = owner.getDecorator('Controller');
  if (controller === undefined) return [];
  const prefix = pathText(controller.getArguments()[0]) ?? '';
  return owner.getMethods().flatMap((method) => {
    const verb = method.getDecorators().find((each) => VERBS.test(each.getName()));
    const call = verb?.getCallExpression();
    if (verb === undefined || call === undefined) return [];
    const path = `/${`${prefix}/${pathText(call.getArguments()[0]) ?? ''}`.split('/').filter(Boolean).join('/')}`;
    return [ofMethod(sources, source, method, { verb: verb.getName(), path, call })];
  });
}

interface Verb {
  readonly verb: string;
  readonly path: string;
  readonly call: NonNullable<ReturnType<Decorator['getCallExpression']>>;
}

function ofMethod(
  sources: Sources,
  source: Source,
  method: MethodDeclaration,
  { verb, path, call }: Verb,
): HostRoute {
  const taken = method.getParameters().flatMap((parameter) => takes(sources, source, parameter));
  const parts = (['params', 'query', 'body'] as const).flatMap((part) => {
    const mine = taken.filter((each) => each.part === part);
    const whole = mine.find((each) => each.name === undefined)?.shape;
    const fields = mine.flatMap(({ name, shape }) =>
      name === undefined ? [] : [{ name, optional: false, shape }],
    );
    const shape: HostShape | undefined =
      whole ?? (fields.length === 0 ? undefined : { kind: 'object', fields, open: false });
    return shape === undefined ? [] : [[part, shape] as const];
  });
  const body = taken
    .find(({ part, name }) => part === 'body' && name === undefined)
    ?.decorator.getCallExpression();
  return {
    method: verb.toUpperCase(),
    path,
    call: describeCall(source, body ?? call, body === undefined ? verb : 'Body'),
    arguments: (body ?? call).getArguments().length,
    checked: taken.some(({ piped }) => piped),
    ...Object.fromEntries(parts),
  };
}

/** What a parameter takes of a request: `@Body() order: Order`, `@Param('id') id: string`. */
function takes(sources: Sources, source: Source, parameter: ParameterDeclaration) {
  const decorator = parameter.getDecorators().find((each) => Object.hasOwn(PARTS, each.getName()));
  const name = decorator?.getName();
  if (decorator === undefined || (name !== 'Body' && name !== 'Query' && name !== 'Param')) return [];
  const [first, ...more] = decorator.getArguments();
  const key = Node.isStringLiteral(first) ? first.getLiteralText() : undefined;
  const type = parameter.getTypeNode();
  const told = type === undefined ? [] : [{ kind: 'is' as const, shape: shapeOfType(sources, type, source) }];
  const shape = shapeFrom([...told, ...readName(sources, source, parameter.getNameNode())]);
  const piped =
    more.length > 0 || (first !== undefined && key === undefined && !/^valid\(/.test(first.getText()));
  return [{ decorator, part: PARTS[name], name: key, shape: shape ?? { kind: 'unknown' as const }, piped }];
}
