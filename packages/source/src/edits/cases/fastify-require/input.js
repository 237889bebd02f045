'use strict'

const fastify = require('fastify')({ logger: true })

fastify.get('/', async () => 'atlas')

fastify.listen({ port: 3000 }, (error) => {
  if (error) throw error
})
