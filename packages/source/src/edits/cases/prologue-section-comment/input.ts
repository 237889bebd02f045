#!/usr/bin/env node
/* Copyright the Cartographers. */

// ---- third party ----
import express from 'express';

// ---- app ----
const app = express();
app.listen(3000);
