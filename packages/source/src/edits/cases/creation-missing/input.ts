import { createServer } from 'atlas-server';

createServer().listen(3000);
