import { type ArgumentsHost, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { HttpAdapterHost } from '@nestjs/core';
import { AppError } from '#host/errors/app-error';
import { answerFailure, type ProblemOptions } from '#host/http/problem';

/** Answer every failure of HTTP handlers; those of other kinds are passed on. */
export function problemErrors(options: ProblemOptions) {
  return ({ httpAdapter }: HttpAdapterHost): ExceptionFilter => ({
    catch(error: unknown, host: ArgumentsHost): void {
      if (host.getType() !== 'http') throw error;
      const http = host.switchToHttp();
      const [request, response] = [http.getRequest<unknown>(), http.getResponse<unknown>()];
      const method: string = httpAdapter.getRequestMethod(request);
      const url: string = httpAdapter.getRequestUrl(request);
      const { status, headers, body } = answerFailure(told(error), { method, url }, options);
      if (httpAdapter.isHeadersSent(response)) {
        // Half an answer is out already: nothing more can be said.
        httpAdapter.end(response);
        return;
      }
      for (const [name, value] of Object.entries(headers))
        httpAdapter.setHeader(response, name, value);
      httpAdapter.reply(response, body, status);
    },
  });
}

/** What Nest's own exceptions blame the client for is the client's to know. */
function told(error: unknown): unknown {
  if (!(error instanceof HttpException) || error.getStatus() >= 500) return error;
  const answer = error.getResponse();
  const message: unknown = typeof answer === 'string' ? answer : Reflect.get(answer, 'message');
  const faults = Array.isArray(message)
    ? message.map((detail) => ({ pointer: '', detail: String(detail) }))
    : [];
  const detail = typeof message === 'string' ? message : error.message;
  return new AppError(error.getStatus(), 'http', detail, { faults });
}
