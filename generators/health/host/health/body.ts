export * from '../../templates/health/body.ts';
