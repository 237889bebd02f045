import express from 'express'

const app = express()
;['/a', '/b'].forEach((path) => app.get(path, (_, response) => response.end()))

app.listen(3000)
;`done`.trim()
