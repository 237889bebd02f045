export interface Options {
  readonly folder: string;
  readonly runbooks: string;
}
