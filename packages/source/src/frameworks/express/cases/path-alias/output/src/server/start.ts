import { atlas } from './index.js';
import { superviseServer } from '../platform/index.js';

export function startServer(port: number): void {
  const server = atlas.listen(port);
  superviseServer(server);
}
