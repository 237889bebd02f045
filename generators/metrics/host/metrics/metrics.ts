export * from '../../templates/metrics/metrics.ts';
