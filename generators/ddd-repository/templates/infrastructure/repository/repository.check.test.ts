import './repository.check.ts';
