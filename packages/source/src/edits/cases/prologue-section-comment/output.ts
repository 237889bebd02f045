#!/usr/bin/env node
/* Copyright the Cartographers. */

import './platform/config/env.js';
// ---- third party ----
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

// ---- app ----
const app = express();
installPlatform(app);
const server = app.listen(3000);
superviseServer(server);
