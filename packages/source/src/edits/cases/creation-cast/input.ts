import express, { type Express } from 'express';

export const app = <Express>(express() as unknown);

app.listen(3000);
