import './platform/config/env';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TilesModule } from './tiles.module';

import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { superviseApp } from './platform/index';
import { PlatformModule } from './platform/platform.module';

@Module({ imports: [PlatformModule] })
export class AtlasModule {}

async function bootstrap(): Promise<void> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AtlasModule,
    new FastifyAdapter({ logger: true }),
  );
  superviseApp(app);
  app.setGlobalPrefix('api');
  await app.listen({ port: 3000, host: '0.0.0.0' });
}

bootstrap().catch(console.error);
