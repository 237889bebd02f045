import type { NestInterceptor } from '@nestjs/common';
import type { HttpAdapterHost } from '@nestjs/core';
import { defer, lastValueFrom } from 'rxjs';
import {
  answerOnce,
  type IdempotentOptions,
  isRepeatable,
  keptHeaders,
  type SentAnswer,
} from '#host/idempotency/http';
import type { Idempotency } from '#host/idempotency/idempotency';

/** What Express and Fastify hand to Nest. */
interface NestRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body?: unknown;
}

/** What of their answers is read. */
interface NestAnswer {
  readonly statusCode: number;
  getHeader(name: string): unknown;
}

/**
 * Do the work of each request with an `Idempotency-Key` once: what its handler does through the storage and what it
 * gives back are one transaction. Handlers that answer by `@Res()` are not held.
 */
export function createIdempotentRequests(
  idempotency: Idempotency,
  options: IdempotentOptions = {},
) {
  return ({ httpAdapter }: HttpAdapterHost): NestInterceptor => ({
    intercept: (context, next) => {
      if (context.getType() !== 'http') return next.handle();
      const http = context.switchToHttp();
      const request = http.getRequest<NestRequest>();
      const response = http.getResponse<NestAnswer>();
      const method: string = httpAdapter.getRequestMethod(request);
      if (!isRepeatable(method, request.headers['idempotency-key'])) return next.handle();
      const url: string = httpAdapter.getRequestUrl(request);
      const header = (name: string) => request.headers[name]?.toString();
      const work = async (): Promise<SentAnswer> => ({
        status: response.statusCode,
        text: textOf(await lastValueFrom(next.handle(), { defaultValue: undefined })),
        headers: keptHeaders((name) => response.getHeader(name)),
      });
      return defer(async () => {
        const asked = { method, url, body: request.body, header };
        const { status, headers, text } = await answerOnce(idempotency, asked, options, work);
        httpAdapter.status(response, status);
        for (const [name, value] of Object.entries(headers))
          httpAdapter.setHeader(response, name, value);
        return text === '' ? undefined : (JSON.parse(text) as unknown);
      });
    },
  });
}

function textOf(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'getStream' in value)
    throw new TypeError('A stream cannot be answered again.');
  return value === undefined ? '' : JSON.stringify(value);
}
