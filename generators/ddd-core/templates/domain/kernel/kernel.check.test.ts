import './kernel.check.ts';
