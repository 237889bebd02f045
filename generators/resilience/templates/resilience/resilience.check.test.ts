import './resilience.check.ts';
