export * from '../../templates/telemetry/settings.ts';
