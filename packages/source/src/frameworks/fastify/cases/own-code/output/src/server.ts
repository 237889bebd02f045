import './platform/config/env.js'
import Fastify from 'fastify'
import { installPlatform } from './platform/index.js'

const fastify = Fastify({ logger: true })
installPlatform(fastify)

fastify.get('/', async () => ({ hello: 'world' }))

try {
  await fastify.listen({ port: 3000 })
} catch (error) {
  fastify.log.error(error)
}
