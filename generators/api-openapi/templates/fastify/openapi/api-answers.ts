import type { FastifyInstance } from 'fastify';
import type { Answers } from '#host/openapi/answers';

/** Watch the answers of described routes. */
export function apiAnswers(answers: Answers) {
  return (app: FastifyInstance): void => {
    app.addHook('onSend', async (request, reply, payload) => {
      const { method } = request;
      const path = request.url.replace(/[?#][\s\S]*$/, '');
      reply.headers(answers.headersOf(method, path));
      if (answers.check && typeof payload === 'string') {
        const type = String(reply.getHeader('content-type') ?? '');
        answers.compare({ method, path, status: reply.statusCode, type, body: payload });
      }
      return payload;
    });
  };
}
