import type { FastifyInstance } from 'fastify';
import { holdAnswer } from '#host/idempotency/held-answer';
import { answerOnce, type IdempotentOptions, isRepeatable } from '#host/idempotency/http';
import type { Idempotency } from '#host/idempotency/idempotency';

/**
 * Do the work of each request with an `Idempotency-Key` once: what its handler does through the storage and its answer
 * are one transaction.
 */
export function createIdempotentRequests(
  idempotency: Idempotency,
  options: IdempotentOptions = {},
) {
  return (app: FastifyInstance): void => {
    app.addHook('preHandler', (request, reply, done) => {
      const { method, url, body, headers } = request;
      if (!isRepeatable(method, headers['idempotency-key'])) {
        done();
        return;
      }
      const header = (name: string) => {
        const value = headers[name];
        return Array.isArray(value) ? value.join(', ') : value;
      };
      const held = holdAnswer(reply.raw);
      let isWorking = false;
      answerOnce(idempotency, { method, url, body, header }, options, () => {
        isWorking = true;
        done();
        return held.made;
      }).then(
        (answer) => {
          if (isWorking) {
            held.send(answer);
            return;
          }
          held.release();
          reply.code(answer.status).headers(answer.headers).send(answer.text);
        },
        (error: Error) => {
          held.release();
          if (!isWorking) done(error);
          // The handler has answered already, and that can't be unsaid: only ending the connection tells the client.
          else reply.raw.destroy(error);
        },
      );
    });
  };
}
