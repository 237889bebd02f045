import './cache.check.ts';
