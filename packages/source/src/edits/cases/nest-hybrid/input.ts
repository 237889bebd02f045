import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TilesModule } from './tiles.module';

@Module({ imports: [] })
export class AtlasModule {}

async function bootstrap() {
  const app = await NestFactory.create(AtlasModule);
  app.connectMicroservice({ options: {} });
  await app.startAllMicroservices();
  await app.listen(3000);
}
void bootstrap();
