export * from '../../../telemetry/templates/telemetry/outgoing-requests.ts';
