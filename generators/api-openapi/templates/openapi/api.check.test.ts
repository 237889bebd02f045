import './api.check.ts';
