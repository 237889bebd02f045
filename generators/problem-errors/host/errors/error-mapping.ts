export * from '../../templates/errors/error-mapping.ts';
