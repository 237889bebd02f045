import './bus.check.ts';
