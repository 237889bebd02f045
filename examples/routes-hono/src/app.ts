import { Hono } from 'hono'
import { stopRoutes } from './stops.js'

export const app = new Hono()

app.get('/', (c) => c.text('bus routes'))
app.route('/routes', stopRoutes)
