import type { RequestHandler } from 'express';

export const logRequests: RequestHandler = (request, response, next) => {
  response.on('finish', () => {
    console.log(`${request.method} ${request.originalUrl} ${response.statusCode}`);
  });
  next();
};
