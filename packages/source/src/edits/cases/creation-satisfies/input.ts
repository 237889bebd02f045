import express, { type Express } from 'express';

const app = express() satisfies Express;
app!.listen(3000);
