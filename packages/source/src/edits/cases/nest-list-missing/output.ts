import './platform/config/env';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TilesModule } from './tiles.module';
import { superviseApp } from './platform/index';
import { PlatformModule } from './platform/platform.module';

@Module({
	imports: [PlatformModule],
	controllers: [],
})
export class AtlasModule {}

async function bootstrap() {
  const app = await NestFactory.create(AtlasModule);
  superviseApp(app);
  await app.listen(3000);
}
void bootstrap();
