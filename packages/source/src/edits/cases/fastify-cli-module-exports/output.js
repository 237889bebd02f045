'use strict'

require('./platform/config/env.js')
const path = require('node:path')
const { installPlatform } = require('./platform/index.js')

module.exports = async function (fastify, opts) {
  installPlatform(fastify)
  fastify.decorate('root', path.resolve('.'))
}

module.exports.options = {}
