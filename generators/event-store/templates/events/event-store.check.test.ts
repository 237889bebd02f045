import './event-store.check.ts';
