// eslint-disable-next-line import/no-named-as-default
import express from 'express';

const app = express();
app.listen(3000);
