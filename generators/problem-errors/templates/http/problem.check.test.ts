import './problem.check.ts';
