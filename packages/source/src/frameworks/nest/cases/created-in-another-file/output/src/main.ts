import './platform/config/env.js';
import { createAtlas } from './bootstrap.js';
import { superviseApp } from './platform/index.js';

const atlas = await createAtlas();
superviseApp(atlas);
await atlas.listen(3000);
