export * from '../../templates/openapi/answers.ts';
