import assert from 'node:assert/strict'
import { test } from 'node:test'
import { app } from './app.js'

test('knows the stops of a route', async () => {
  const response = await app.request('/routes/12/stops')
  assert.deepEqual(await response.json(), ['Harbour', 'Market', 'Museum'])
  assert.equal((await app.request('/routes/99/stops')).status, 404)
})

test('finds the way there, which is not the way back', async () => {
  assert.deepEqual(await (await app.request('/routes/between/Market/Museum')).json(), ['12'])
  assert.deepEqual(await (await app.request('/routes/between/Museum/Market')).json(), [])
})
