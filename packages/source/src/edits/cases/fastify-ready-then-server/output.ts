import './platform/config/env.js';
import Fastify from 'fastify';
import { installPlatform } from './platform/index.js';

const app = Fastify({ logger: true });
installPlatform(app);

await app.ready();
app.server.listen(3000);
