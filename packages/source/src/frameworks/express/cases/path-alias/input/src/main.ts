import { startServer } from '@atlas/server';

startServer(Number(process.env.PORT));
