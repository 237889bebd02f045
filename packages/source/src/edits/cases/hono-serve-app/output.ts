import './platform/config/env.js'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { installPlatform, superviseServer } from './platform/index.js'

export const app = new Hono<{ Variables: { user: string } }>()
installPlatform(app)

const server = serve(app)
superviseServer(server)
server.unref()
