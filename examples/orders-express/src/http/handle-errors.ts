import type { ErrorRequestHandler } from 'express';
import { BadRequest } from './bad-request.js';
import { Conflict } from './conflict.js';

// Express tells error handlers by their four parameters.
export const handleErrors: ErrorRequestHandler = (error, _request, response, _next) => {
  if (error instanceof BadRequest || error instanceof Conflict) {
    response.status(error.status).json({ error: error.message });
    return;
  }
  console.error(error);
  response.status(500).json({ error: 'internal error' });
};
