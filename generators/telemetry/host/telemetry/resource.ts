export * from '../../templates/telemetry/resource.ts';
