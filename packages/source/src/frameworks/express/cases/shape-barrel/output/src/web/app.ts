import express from 'express';
import { installPlatform, installPlatformErrors } from '../platform/index';

const app = express();
installPlatform(app);
app.get('/', (_, response) => response.send('tiles'));
installPlatformErrors(app);

export { app };
