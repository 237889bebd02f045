import { CommonModule } from '@app/common';
import { Module } from '@nestjs/common';

@Module({
  imports: [CommonModule],
})
export class ApiModule {}
