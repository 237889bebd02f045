import './health.check.ts';
