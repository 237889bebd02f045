/* The map service. */
// @ts-expect-error no types yet
import legacy from 'legacy';
import express from 'express';

legacy();
const app = express();
app.listen(3000);
