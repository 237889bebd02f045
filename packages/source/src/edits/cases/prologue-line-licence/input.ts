// Copyright the Cartographers.
// All rights reserved.
import express from 'express';

const app = express();
app.listen(3000);
