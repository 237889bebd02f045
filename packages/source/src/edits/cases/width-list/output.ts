import './platform/config/env.js';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { superviseApp } from './platform/index.js';
import { PlatformModule } from './platform/platform.module.js';

@Module({
  imports: [
    PlatformModule,
    AtlasModule,
    BillingModule,
    CatalogueModule,
    DeliveryModule,
  ],
})
class AppModule {}

async function main() {
  const app = await NestFactory.create(AppModule);
  superviseApp(app);
  await app.listen(3000);
}
void main();
