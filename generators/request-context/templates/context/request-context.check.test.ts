import './request-context.check.ts';
