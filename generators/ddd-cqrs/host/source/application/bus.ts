export * from '../../../templates/application/bus.ts';
