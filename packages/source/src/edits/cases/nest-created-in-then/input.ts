import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TilesModule } from './tiles.module';

@Module({ imports: [] })
export class AtlasModule {}

NestFactory.create(AtlasModule).then((app) => app.listen(3000));
