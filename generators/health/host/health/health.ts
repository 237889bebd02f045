export * from '../../templates/health/health.ts';
