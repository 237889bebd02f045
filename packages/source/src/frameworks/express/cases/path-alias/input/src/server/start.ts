import { atlas } from './index.js';

export function startServer(port: number): void {
  atlas.listen(port);
}
