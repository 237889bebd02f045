export * from '../../../telemetry/templates/telemetry/telemetry.ts';
