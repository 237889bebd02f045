import './env.check.ts';
