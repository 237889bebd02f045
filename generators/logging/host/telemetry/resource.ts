export * from '../../../telemetry/templates/telemetry/resource.ts';
