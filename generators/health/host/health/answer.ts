export * from '../../templates/health/answer.ts';
