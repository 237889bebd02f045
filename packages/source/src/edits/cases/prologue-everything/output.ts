#!/usr/bin/env -S node --enable-source-maps
/* Copyright the Cartographers. */
/* eslint-disable no-console */
'use strict'; // for the old runtime

import './instrument.js'; // must stay first
import 'dotenv/config';
import './platform/config/env.js';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);
const server = app.listen(3000);
superviseServer(server);
