export * from '../../templates/telemetry/telemetry.ts';
