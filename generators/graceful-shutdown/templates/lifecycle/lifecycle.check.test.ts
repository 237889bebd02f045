import './lifecycle.check.ts';
