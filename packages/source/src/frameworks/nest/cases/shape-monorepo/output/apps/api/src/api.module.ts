import { CommonModule } from '@app/common';
import { Module } from '@nestjs/common';
import { PlatformModule } from './platform/platform.module';

@Module({
  imports: [PlatformModule, CommonModule],
})
export class ApiModule {}
