/*!
 * Copyright the Cartographers.
 * SPDX-License-Identifier: MIT
 */
import express from 'express';

const app = express();
app.listen(3000);
