export interface Ticket {
  readonly id: number;
  readonly subject: string;
  readonly agentId?: string;
  readonly open: boolean;
}
