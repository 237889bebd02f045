import './input.check.ts';
