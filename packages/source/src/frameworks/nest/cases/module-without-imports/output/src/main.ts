import './platform/config/env';
import { NestFactory } from '@nestjs/core';
import { ShopModule } from './shop.module';
import { superviseApp } from './platform/index';

async function start() {
	const nest = await NestFactory.create(ShopModule, { bufferLogs: true });
	superviseApp(nest);
	await nest.listen(3000);
}
void start();
