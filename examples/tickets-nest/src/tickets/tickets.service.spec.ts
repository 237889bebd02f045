import { AgentsService } from '../agents/agents.service';
import { TicketsService } from './tickets.service';

describe('TicketsService', () => {
  it('assigns a ticket to an agent it knows', () => {
    const tickets = new TicketsService(new AgentsService());
    const { id } = tickets.open('The lamp is broken');
    expect(tickets.assign(id, 'a2').agentId).toBe('a2');
    expect(() => tickets.assign(id, 'a9')).toThrow('No agent a9');
  });

  it('closes a ticket', async () => {
    const tickets = new TicketsService(new AgentsService());
    const { id } = tickets.open('The bulb is cold');
    expect(await tickets.close(id)).toMatchObject({ id, open: false });
  });
});
