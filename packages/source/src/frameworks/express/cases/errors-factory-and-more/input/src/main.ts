import { createApp } from './create-app.js';
import { mount } from './mount.js';

async function main() {
  const service = createApp();
  await mount(service);
  service.get('/version', (_, response) => response.send('1'));
  const port = Number(process.env.PORT);
  service.listen(port);
}

main().catch(console.error);
