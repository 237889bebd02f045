import { Application } from './application.js';

Application.instance.start();
