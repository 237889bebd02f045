import express from 'express';
import { RegisterRoutes } from './generated/routes';

export const app = express();
app.use(express.urlencoded({ extended: true }));

RegisterRoutes(app);

app.use(function last(_error: unknown, _request: express.Request, response: express.Response, _next: express.NextFunction) {
  response.status(500).end();
});

app.listen(3000);
