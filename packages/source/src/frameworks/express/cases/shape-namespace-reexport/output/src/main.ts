import './platform/config/env.js';
import * as web from './web.js';
import { superviseServer } from './platform/index.js';

const server = web.app.listen(3000);
superviseServer(server);
