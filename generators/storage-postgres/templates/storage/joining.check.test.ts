import './joining.check.ts';
