import { Module } from '@nestjs/common';

@Module({
  imports: [StoreModule],
})
export class AppModule {}

@Module()
export class BareModule {}
