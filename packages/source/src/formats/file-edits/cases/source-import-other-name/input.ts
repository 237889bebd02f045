import { Clock as Time } from './clock.js';
