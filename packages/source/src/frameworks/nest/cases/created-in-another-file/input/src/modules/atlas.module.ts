import { Module } from '@nestjs/common';

@Module({
  imports: [
    // nothing yet
  ],
})
export class AtlasModule {}
