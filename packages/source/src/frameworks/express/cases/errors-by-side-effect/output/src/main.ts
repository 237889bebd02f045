import './platform/config/env.js';
import { app } from './app.js';
import './tiles.js';
import { installPlatformErrors, superviseServer } from './platform/index.js';

installPlatformErrors(app);
const server = app.listen(3000);
superviseServer(server);
