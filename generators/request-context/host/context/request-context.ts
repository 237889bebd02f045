export * from '../../templates/context/request-context.ts';
