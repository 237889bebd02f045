import Fastify from 'fastify';

const app = Fastify({ logger: true });

await app.ready();
app.server.listen(3000);
