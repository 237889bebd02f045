import express from 'express';

export const app = express();
app.get('/', (_, response) => response.end());
