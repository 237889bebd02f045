import { serve } from '@hono/node-server'
import { Hono } from 'hono'

export const app = new Hono<{ Variables: { user: string } }>()

const server = serve(app)
server.unref()
