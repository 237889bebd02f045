import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TilesModule } from './tiles.module';

@Module({ imports: [] })
export class AtlasModule {}

let app;
try {
  app = await NestFactory.create(AtlasModule, { bufferLogs: true });
  await app.listen(3000);
} catch (error) {
  console.error(error);
}
