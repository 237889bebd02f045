import express from 'express';
import { parcels } from './parcels.js';

const app = express();
app.set('port', 3000);
app.use('/parcels', parcels);

// Everything else is a mistake.
app.use((error: Error, _request: express.Request, response: express.Response, _next: express.NextFunction) => {
  response.status(500).send(error.name);
});

// Open the doors.
app.listen(app.get('port'), () => {
  console.log('open');
});
