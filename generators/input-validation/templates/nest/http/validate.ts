import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { checkBody, checkSize } from '#host/http/body';
import { checker, type Schema, type Schemas } from '#host/http/input';

const PARTS: Readonly<Record<ArgumentMetadata['type'], keyof Schemas>> = {
  body: 'body',
  query: 'query',
  param: 'params',
  custom: 'body',
};

/**
 * Make the pipe that checks a part of a request.
 *
 * @example place(@Body(valid(PlaceOrder)) order: z.infer<typeof PlaceOrder>) { … }
 */
export function valid(schema: Schema): PipeTransform<unknown, Promise<unknown>> {
  const checks = {
    params: checker({ params: schema }),
    query: checker({ query: schema }),
    body: checker({ body: schema }),
  };
  return {
    async transform(value, { type }) {
      const part = PARTS[type];
      if (part === 'body') {
        checkSize(value);
        checkBody(value);
      }
      const checked = await checks[part]({ params: value, query: value, body: value });
      return Reflect.get(checked, part);
    },
  };
}
