export interface Options {
  readonly folder: string;
  readonly runbooks: string;
  readonly region: string;
  readonly logs: string;
}
