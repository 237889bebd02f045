import './logging.check.ts';
