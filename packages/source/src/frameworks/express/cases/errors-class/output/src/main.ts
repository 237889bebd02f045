import './platform/config/env';
import { App } from './app';

const service = new App([]);
service.listen();
