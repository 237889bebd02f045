import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TilesModule } from './tiles.module';

@Module({ })
export class AtlasModule {}

async function bootstrap() {
  const app = await NestFactory.create(AtlasModule);
  await app.listen(3000);
}
void bootstrap();
