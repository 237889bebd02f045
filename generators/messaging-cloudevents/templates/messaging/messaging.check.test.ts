import './messaging.check.ts';
