export * from '../../../event-store/templates/events/event-store.ts';
