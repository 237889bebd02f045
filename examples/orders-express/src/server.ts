import { createApp } from './app.js';
import { createStore } from './store.js';

const port = Number(process.env.PORT ?? 4310);
const app = createApp(createStore());

app.listen(port, () => {
  console.log(`orders on http://127.0.0.1:${port}`);
});
