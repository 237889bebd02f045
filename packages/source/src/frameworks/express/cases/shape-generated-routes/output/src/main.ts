import './platform/config/env';
import express from 'express';
import { RegisterRoutes } from './generated/routes';
import { installPlatform, installPlatformErrors, superviseServer } from './platform/index';

export const app = express();
installPlatform(app);
app.use(express.urlencoded({ extended: true }));

RegisterRoutes(app);

app.use(function last(_error: unknown, _request: express.Request, response: express.Response, _next: express.NextFunction) {
  response.status(500).end();
});
installPlatformErrors(app);

const server = app.listen(3000);
superviseServer(server);
