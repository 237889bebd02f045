export interface Options {
  readonly owner: string;
  readonly runbooks: string;
  readonly grafana: string;
  readonly errorRatio: number;
  readonly p99Seconds: number;
  readonly region: string;
  readonly probe: string;
}
