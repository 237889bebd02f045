import { Body, Controller, Get, Param, ParseIntPipe, Post, Put } from '@nestjs/common';
import type { Ticket } from './ticket';
import { TicketsService } from './tickets.service';

@Controller('tickets')
export class TicketsController {
  constructor(private readonly tickets: TicketsService) {}

  @Get()
  all(): Ticket[] {
    return this.tickets.all();
  }

  @Get(':id')
  find(@Param('id', ParseIntPipe) id: number): Ticket {
    return this.tickets.find(id);
  }

  @Post()
  open(@Body() body: { subject?: string }): Ticket {
    return this.tickets.open(body.subject ?? '');
  }

  @Put(':id/agent')
  assign(@Param('id', ParseIntPipe) id: number, @Body() body: { agentId: string }): Ticket {
    return this.tickets.assign(id, body.agentId);
  }

  @Post(':id/closing')
  close(@Param('id', ParseIntPipe) id: number): Promise<Ticket> {
    return this.tickets.close(id);
  }
}
