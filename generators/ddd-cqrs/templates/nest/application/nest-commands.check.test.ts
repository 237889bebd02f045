import './nest-commands.check.ts';
