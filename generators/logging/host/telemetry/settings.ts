export * from '../../../telemetry/templates/telemetry/settings.ts';
