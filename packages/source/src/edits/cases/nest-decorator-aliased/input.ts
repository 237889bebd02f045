import { Module as NestModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TilesModule } from './tiles.module';

@NestModule({ imports: [TilesModule] })
export class AtlasModule {}

async function bootstrap() {
  const app = await NestFactory.create(AtlasModule);
  await app.listen(3000);
}
void bootstrap();
