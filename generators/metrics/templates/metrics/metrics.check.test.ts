import './metrics.check.ts';
