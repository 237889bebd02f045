export * from '../../templates/metrics/routes.ts';
