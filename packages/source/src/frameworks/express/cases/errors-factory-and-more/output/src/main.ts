import './platform/config/env.js';
import { createApp } from './create-app.js';
import { mount } from './mount.js';
import { installPlatformErrors, superviseServer } from './platform/index.js';

async function main() {
  const service = createApp();
  await mount(service);
  service.get('/version', (_, response) => response.send('1'));
  const port = Number(process.env.PORT);
  installPlatformErrors(service);
  const server = service.listen(port);
  superviseServer(server);
}

main().catch(console.error);
