import { App } from './app';

const service = new App([]);
service.listen();
