import './platform/config/env.js'
import express from 'express'
import { installPlatform, superviseServer } from './platform/index.js'

const app = express()
installPlatform(app)
;['/a', '/b'].forEach((path) => app.get(path, (_, response) => response.end()))

const server = app.listen(3000)
superviseServer(server)
;`done`.trim()
