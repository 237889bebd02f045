import { Hono } from 'hono'

const STOPS: Readonly<Record<string, readonly string[]>> = {
  '12': ['Harbour', 'Market', 'Museum'],
  '14': ['Market', 'Station'],
}

export const stopRoutes = new Hono()

stopRoutes.get('/', (c) => c.json(Object.keys(STOPS)))

stopRoutes.get('/:route/stops', (c) => {
  const stops = STOPS[c.req.param('route')]
  return stops === undefined ? c.json({ error: 'no such route' }, 404) : c.json(stops)
})

/** Routes on which one can go from one stop to another, in this direction. */
stopRoutes.get('/between/:from/:to', (c) => {
  const { from, to } = c.req.param()
  const routes = Object.entries(STOPS).filter(([, stops]) => {
    const start = stops.indexOf(from)
    return start !== -1 && stops.indexOf(to) > start
  })
  return c.json(routes.map(([route]) => route))
})
