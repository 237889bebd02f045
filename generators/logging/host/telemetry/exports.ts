export * from '../../../telemetry/templates/telemetry/exports.ts';
