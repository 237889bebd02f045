export * from '../../templates/telemetry/exports.ts';
