import express from 'express'

const app = express()

;(async () => {
  app.listen(3000)
})()
