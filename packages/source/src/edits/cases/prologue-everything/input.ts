#!/usr/bin/env -S node --enable-source-maps
/* Copyright the Cartographers. */
/* eslint-disable no-console */
'use strict'; // for the old runtime

import './instrument.js'; // must stay first
import 'dotenv/config';
import express from 'express';

const app = express();
app.listen(3000);
