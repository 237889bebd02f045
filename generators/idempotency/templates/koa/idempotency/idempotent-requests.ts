import type { ParameterizedContext } from 'koa';
import {
  answerOnce,
  type IdempotentOptions,
  isRepeatable,
  keptHeaders,
} from '#host/idempotency/http';
import type { Idempotency } from '#host/idempotency/idempotency';

/**
 * Do the work of a request with an `Idempotency-Key` once: what its handler does through the storage and its answer are
 * one transaction. To be called where the body is parsed.
 */
export function createIdempotentRequests(
  idempotency: Idempotency,
  options: IdempotentOptions = {},
) {
  return async (
    context: Pick<
      ParameterizedContext,
      'method' | 'url' | 'headers' | 'request' | 'response' | 'body' | 'status' | 'set'
    >,
    next: () => Promise<unknown>,
  ): Promise<void> => {
    const { method, url, headers } = context;
    if (!isRepeatable(method, headers['idempotency-key'])) {
      await next();
      return;
    }
    const header = (name: string) => {
      const value = headers[name];
      return Array.isArray(value) ? value.join(', ') : value;
    };
    const body: unknown = Reflect.get(context.request, 'body');
    let isOwn = false;
    const {
      status,
      headers: kept,
      text,
    } = await answerOnce(idempotency, { method, url, body, header }, options, async () => {
      isOwn = true;
      await next();
      return {
        status: context.status,
        headers: keptHeaders((name) => context.response.get(name) || undefined),
        text: textOf(context.body),
      };
    });
    if (isOwn) return;
    context.status = status;
    context.body = text;
    context.set(kept);
  };
}

function textOf(body: unknown): string {
  if (typeof body === 'string' || Buffer.isBuffer(body)) return body.toString();
  if (typeof body === 'object' && body !== null && 'pipe' in body)
    throw new TypeError('A stream cannot be answered again.');
  return body === undefined || body === null ? '' : JSON.stringify(body);
}
