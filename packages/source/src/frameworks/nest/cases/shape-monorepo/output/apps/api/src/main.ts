import './platform/config/env';
import { NestFactory } from '@nestjs/core';
import { ApiModule } from './api.module';
import { superviseApp } from './platform/index';

async function bootstrap() {
  const app = await NestFactory.create(ApiModule);
  superviseApp(app);
  await app.listen(3000);
}
bootstrap();
