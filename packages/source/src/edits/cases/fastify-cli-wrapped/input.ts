import fp from 'fastify-plugin'

export default fp(async (server) => {
  // routes
  server.get('/', async () => 'atlas')
}, { name: 'atlas' })
