export interface Options {
  readonly runbooks: string;
  readonly grafana: string;
  readonly pageSeverity: string;
  readonly ticketSeverity: string;
}
