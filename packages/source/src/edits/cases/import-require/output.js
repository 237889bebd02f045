require('./platform/config/env.js')
const path = require('node:path') // for the tiles
const express = require('express')
const { installPlatform, superviseServer } = require('./platform/index.js')

const app = express()
installPlatform(app)
app.use(express.static(path.join(__dirname, 'tiles')))
const server = app.listen(3000)
superviseServer(server)

module.exports = app
