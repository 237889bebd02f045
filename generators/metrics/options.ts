export interface Options {
  readonly endpoint: 'admin' | 'service';
  readonly port: number;
  readonly maxRoutes: number;
}
