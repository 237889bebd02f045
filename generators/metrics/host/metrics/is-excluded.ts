export * from '../../templates/metrics/is-excluded.ts';
