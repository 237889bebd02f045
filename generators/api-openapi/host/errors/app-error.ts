export * from '../../../problem-errors/templates/errors/app-error.ts';
