import './tracing.check.ts';
