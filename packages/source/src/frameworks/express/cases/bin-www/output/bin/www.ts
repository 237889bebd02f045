#!/usr/bin/env node

/**
 * Module dependencies.
 */

import '../src/platform/config/env';
import app from '../src/app';
import http from 'http';
import { superviseServer } from '../src/platform/index';

const port = process.env.PORT || '3000';
app.set('port', port);

/**
 * Create HTTP server.
 */

const server = http.createServer(app);
superviseServer(server);

server.listen(port);
server.on('listening', () => console.log(`on ${port}`));
