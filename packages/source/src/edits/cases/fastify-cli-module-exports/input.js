'use strict'

const path = require('node:path')

module.exports = async function (fastify, opts) {
  fastify.decorate('root', path.resolve('.'))
}

module.exports.options = {}
