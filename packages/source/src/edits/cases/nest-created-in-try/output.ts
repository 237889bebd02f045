import './platform/config/env';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TilesModule } from './tiles.module';
import { superviseApp } from './platform/index';
import { PlatformModule } from './platform/platform.module';

@Module({ imports: [PlatformModule] })
export class AtlasModule {}

let app;
try {
  app = await NestFactory.create(AtlasModule, { bufferLogs: true });
  superviseApp(app);
  await app.listen(3000);
} catch (error) {
  console.error(error);
}
