import './platform/config/env';
import { NestFactory } from '@nestjs/core';
import { Transport } from '@nestjs/microservices';
import { AppModule } from './app.module';
import { superviseApp } from './platform/index';

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  superviseApp(app);
  app.connectMicroservice({ transport: Transport.TCP });
  await app.startAllMicroservices();
  await app.listen(3000);
}
bootstrap();
