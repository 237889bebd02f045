import { Module } from '@nestjs/common';
import { Clock } from './clock.js';

@Module({
  imports: [StoreModule, ClockModule],
  providers: [Clock],
})
export class AppModule {}

@Module({ providers: [Clock] })
export class BareModule {}
