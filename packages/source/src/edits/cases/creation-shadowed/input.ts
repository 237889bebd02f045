import express from 'express';

const app = express();

export function test(app: { listen(port: number): void }) {
  app.listen(1);
}

app.listen(3000);
