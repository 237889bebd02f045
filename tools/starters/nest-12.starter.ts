import { describeStarter } from './describe-starter.ts';
import { nest } from './nest.ts';

describeStarter(nest(12));
