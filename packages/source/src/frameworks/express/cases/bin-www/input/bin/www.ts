#!/usr/bin/env node

/**
 * Module dependencies.
 */

import app from '../src/app';
import http from 'http';

const port = process.env.PORT || '3000';
app.set('port', port);

/**
 * Create HTTP server.
 */

const server = http.createServer(app);

server.listen(port);
server.on('listening', () => console.log(`on ${port}`));
