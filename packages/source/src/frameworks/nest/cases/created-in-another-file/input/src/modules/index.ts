export { AtlasModule } from './atlas.module.js';
