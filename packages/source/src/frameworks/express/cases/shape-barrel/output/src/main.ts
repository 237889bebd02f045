import './platform/config/env';
import { service as app } from './web';
import { superviseServer } from './platform/index';

const server = app.listen(3000);
superviseServer(server);
