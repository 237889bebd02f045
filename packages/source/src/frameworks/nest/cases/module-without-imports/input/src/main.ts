import { NestFactory } from '@nestjs/core';
import { ShopModule } from './shop.module';

async function start() {
	const nest = await NestFactory.create(ShopModule, { bufferLogs: true });
	await nest.listen(3000);
}
void start();
