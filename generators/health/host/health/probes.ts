export * from '../../templates/intermediate/health/probes.ts';
