import { createApp } from './app';

const port = Number(process.env.PORT ?? 4330);

createApp().listen(port, '127.0.0.1', () => {
  console.log(`invoices on ${port}`);
});
