import './platform/config/env';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TilesModule } from './tiles.module';
import { superviseApp } from './platform/index';
import { PlatformModule } from './platform/platform.module';

const Modul = Module;

@Modul({ imports: [PlatformModule] })
export class AtlasModule {}

async function bootstrap() {
  const app = await NestFactory.create(AtlasModule);
  superviseApp(app);
  await app.listen(3000);
}
void bootstrap();
