export * from '../../../telemetry/templates/telemetry/export-counts.ts';
