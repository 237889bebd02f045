import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { badRequest } from '#host/errors/app-error';
import { answerFailure, noRoute, type ProblemOptions } from '#host/http/problem';

export interface FastifyProblemOptions extends ProblemOptions {
  /** Whether to answer what no route answers: only one handler of that can be set. */
  readonly unknownPaths: boolean;
}

/** Answer every failure. */
export function problemErrors(options: FastifyProblemOptions) {
  const answer = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const { status, headers, body } = answerFailure(error, request, options);
    return reply.code(status).headers(headers).send(body);
  };
  return (app: FastifyInstance): void => {
    app.setErrorHandler((error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      answer(told(error), request, reply),
    );
    if (options.unknownPaths)
      app.setNotFoundHandler((request, reply) => answer(noRoute(), request, reply));
  };
}

/** What a schema of Fastify's refuses is the client's to know, place by place. */
function told(error: FastifyError): Error {
  if (error.validation === undefined) return error;
  const place = error.validationContext ?? 'body';
  const faults = error.validation.map(({ instancePath, message }) => ({
    pointer: `/${place}${instancePath}`,
    detail: message ?? 'is not valid',
  }));
  return badRequest('The request is not valid.', faults);
}
