import {
  type Code,
  code,
  definePlan,
  dependency,
  type Framework,
  file,
  type Profile,
  template,
} from '@joinery/kit';
import { bodyLimit } from './body-limit.ts';
import { nestPipes } from './nest-pipes.ts';
import { ownValidators } from './own-validators.ts';
import { type RouteOptions, routeSchemas } from './route-schemas.ts';

interface Options extends RouteOptions {
  readonly bodyBytes: number;
  readonly bodyDepth: number;
}

export default definePlan<Options>({
  statements: (context) => {
    const { host, framework, options } = context;
    return usesClassValidator(host, framework)
      ? [
          file('http/body-limits.ts', bodyLimits(options)),
          template('http/body.ts', 'http/body.ts'),
          ...nestPipes(options, context.code),
          ...bodyLimit(options.bodyBytes, context),
        ]
      : [
          dependency('zod', zodModule(host) === 'zod' ? '^4.0.0' : '^3.25.0'),
          file('http/zod.ts', code`export { z } from '${zodModule(host)}';\n`),
          template('http/body.ts', 'http/body.ts'),
          file('http/body-limits.ts', bodyLimits(options)),
          template('http/input.ts', 'http/input.ts'),
          template(`${framework}/http/validate.ts`, 'http/validate.ts'),
          template('http/input.check.ts', `http/input.${host.tests.suffix}.ts`),
          ...bodyLimit(options.bodyBytes, context),
          ...routeSchemas(options, context),
          ...ownValidators(context, options.routes === 'wire'),
        ];
  },
});

function bodyLimits({ bodyBytes, bodyDepth }: Options): Code {
  return code`/** How much of a body is taken. */
export interface BodyLimits {
  readonly bytes: number;
  /** How deeply objects and lists may be nested. */
  readonly depth: number;
}

export const BODY_LIMITS: BodyLimits = { bytes: ${bodyBytes}, depth: ${bodyDepth} };
`;
}

function usesClassValidator({ dependencies }: Profile, framework: Framework): boolean {
  return framework === 'nest' && Object.hasOwn(dependencies, 'class-validator');
}

/** Where zod 4 is imported from: zod 3.25 has it as well, under a name of its own. */
function zodModule({ dependencies }: Profile): 'zod' | 'zod/v4' {
  const { zod } = dependencies;
  const version = zod?.installed ?? zod?.range ?? '4';
  return /^[\^~>=v\s]*3\./.test(version) ? 'zod/v4' : 'zod';
}
