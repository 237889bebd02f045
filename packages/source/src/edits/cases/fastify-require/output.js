'use strict'

require('./platform/config/env.js')
const { installPlatform } = require('./platform/index.js')
const fastify = require('fastify')({ logger: true })
installPlatform(fastify)

fastify.get('/', async () => 'atlas')

fastify.listen({ port: 3000 }, (error) => {
  if (error) throw error
})
