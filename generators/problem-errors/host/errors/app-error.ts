export * from '../../templates/errors/app-error.ts';
