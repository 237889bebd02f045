import './platform/config/env.js';
import express from 'express';
import { parcels } from './parcels.js';
import { installPlatform, installPlatformErrors, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);
app.set('port', 3000);
app.use('/parcels', parcels);

// Everything else is a mistake.
app.use((error: Error, _request: express.Request, response: express.Response, _next: express.NextFunction) => {
  response.status(500).send(error.name);
});
installPlatformErrors(app);

// Open the doors.
const server = app.listen(app.get('port'), () => {
  console.log('open');
});
superviseServer(server);
