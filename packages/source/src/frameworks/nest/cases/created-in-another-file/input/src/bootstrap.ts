import { NestFactory } from '@nestjs/core';
import { AtlasModule } from './modules/index.js';

export async function createAtlas() {
  return NestFactory.create(AtlasModule, { logger: ['error'] });
}
