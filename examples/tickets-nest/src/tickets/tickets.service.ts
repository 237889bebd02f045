import { setTimeout } from 'node:timers/promises';
import { BadRequestException, Injectable, NotFoundException } from '@nestjs/common';
import { AgentsService } from '../agents/agents.service';
import type { Ticket } from './ticket';

@Injectable()
export class TicketsService {
  private readonly tickets = new Map<number, Ticket>();

  constructor(private readonly agents: AgentsService) {}

  all(): Ticket[] {
    return [...this.tickets.values()];
  }

  find(id: number): Ticket {
    const ticket = this.tickets.get(id);
    if (ticket === undefined) throw new NotFoundException(`No ticket ${id}`);
    return ticket;
  }

  open(subject: string): Ticket {
    if (subject === '') throw new BadRequestException('A ticket needs a subject');
    const ticket = { id: this.tickets.size + 1, subject, open: true };
    this.tickets.set(ticket.id, ticket);
    return ticket;
  }

  assign(id: number, agentId: string): Ticket {
    if (this.agents.find(agentId) === undefined) throw new BadRequestException(`No agent ${agentId}`);
    return this.save({ ...this.find(id), agentId });
  }

  /** Mailing the customer takes a while. */
  async close(id: number): Promise<Ticket> {
    const ticket = this.find(id);
    await setTimeout(600);
    return this.save({ ...ticket, open: false });
  }

  private save(ticket: Ticket): Ticket {
    this.tickets.set(ticket.id, ticket);
    return ticket;
  }
}
