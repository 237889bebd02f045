export * from '../../templates/http/problem.ts';
