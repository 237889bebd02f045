export * from '../../templates/openapi/watch-answer.ts';
