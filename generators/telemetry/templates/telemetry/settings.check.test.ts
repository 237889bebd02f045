import './settings.check.ts';
