import './platform/config/env.mjs';
import { installPlatform, superviseServer } from './platform/index.mjs';
const { default: express } = await import('express');

const app = express();
installPlatform(app);
const server = app.listen(3000);
superviseServer(server);
