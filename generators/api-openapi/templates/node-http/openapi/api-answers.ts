import type { RequestListener } from 'node:http';
import type { Answers } from '#host/openapi/answers';
import { watchAnswer } from '#host/openapi/watch-answer';

/** Watch the answers of described routes. */
export function apiAnswers(answers: Answers) {
  return (inner: RequestListener): RequestListener =>
    (request, response) => {
      watchAnswer(answers, request, response);
      return inner(request, response);
    };
}
