import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answers } from '#host/openapi/answers';
import { watchAnswer } from '#host/openapi/watch-answer';

/** Watch the answers of described routes. */
export function apiAnswers(answers: Answers) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    watchAnswer(answers, request, response);
    next();
  };
}
