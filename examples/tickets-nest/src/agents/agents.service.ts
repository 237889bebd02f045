import { Injectable, type OnApplicationShutdown } from '@nestjs/common';

export interface Agent {
  readonly id: string;
  readonly name: string;
}

@Injectable()
export class AgentsService implements OnApplicationShutdown {
  private readonly agents: readonly Agent[] = [
    { id: 'a1', name: 'Mara' },
    { id: 'a2', name: 'Ilyas' },
  ];

  all(): readonly Agent[] {
    return this.agents;
  }

  find(id: string): Agent | undefined {
    return this.agents.find((agent) => agent.id === id);
  }

  onApplicationShutdown(): void {
    console.log('agents signed off');
  }
}
