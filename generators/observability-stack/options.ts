export interface Options {
  readonly prometheusPort: number;
  readonly alertmanagerPort: number;
  readonly grafanaPort: number;
  readonly otlpPort: number;
  readonly metricsPort: number;
  readonly probe: string;
}
