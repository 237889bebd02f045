const path = require('node:path') // for the tiles
const express = require('express')

const app = express()
app.use(express.static(path.join(__dirname, 'tiles')))
app.listen(3000)

module.exports = app
