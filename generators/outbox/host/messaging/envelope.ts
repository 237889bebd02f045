export * from '../../../messaging-cloudevents/templates/messaging/envelope.ts';
