import './platform/config/env.js'
import fp from 'fastify-plugin'
import { installPlatform } from './platform/index.js'

export default fp(async (server) => {
  installPlatform(server)
  // routes
  server.get('/', async () => 'atlas')
}, { name: 'atlas' })
