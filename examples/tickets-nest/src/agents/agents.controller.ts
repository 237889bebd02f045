import { Controller, Get } from '@nestjs/common';
import { type Agent, AgentsService } from './agents.service';

@Controller('agents')
export class AgentsController {
  constructor(private readonly agents: AgentsService) {}

  @Get()
  all(): readonly Agent[] {
    return this.agents.all();
  }
}
