import { Module } from '@nestjs/common';
import { AgentsModule } from './agents/agents.module';
import { TicketsModule } from './tickets/tickets.module';

@Module({
  imports: [AgentsModule, TicketsModule],
})
export class AppModule {}
