import './money.check.ts';
