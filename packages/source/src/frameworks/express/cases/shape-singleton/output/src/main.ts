import './platform/config/env.js';
import { Application } from './application.js';

Application.instance.start();
