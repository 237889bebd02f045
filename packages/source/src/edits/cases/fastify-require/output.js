'use strict'

require('./platform/config/env.js')
const fastify = require('fastify')({ logger: true })
const { installPlatform } = require('./platform/index.js')
installPlatform(fastify)

fastify.get('/', async () => 'atlas')

fastify.listen({ port: 3000 }, (error) => {
  if (error) throw error
})
