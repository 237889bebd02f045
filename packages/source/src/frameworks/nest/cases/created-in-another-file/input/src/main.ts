import { createAtlas } from './bootstrap.js';

const atlas = await createAtlas();
await atlas.listen(3000);
