import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../running/free-port.ts';
import { startService } from '../running/service.ts';

/** An alert as Alertmanager holds it. */
export interface HeldAlert {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Whether somebody is told. */
  readonly state: 'unprocessed' | 'active' | 'suppressed';
  readonly receivers: readonly string[];
  /** Whether another alert is what suppresses it. */
  readonly inhibited: boolean;
}

/** A real Alertmanager that runs as a process of ours. */
export interface Alertmanager {
  /** `127.0.0.1:9093`, for Prometheus. */
  readonly target: string;
  /** Tell it of alerts, as Prometheus does. */
  fire(alerts: readonly Readonly<Record<string, string>>[]): Promise<void>;
  alerts(): Promise<readonly HeldAlert[]>;
  until(what: string, seen: () => Promise<boolean>): Promise<void>;
  stop(): Promise<void>;
}

/** Start Alertmanager on a configuration, alone. */
export async function startAlertmanager(config: string): Promise<Alertmanager> {
  const folder = mkdtempSync(join(tmpdir(), 'alertmanager-'));
  writeFileSync(join(folder, 'alertmanager.yaml'), config);
  const port = await freePort();
  const target = `127.0.0.1:${port}`;
  const words = [
    'prometheus-alertmanager',
    `--config.file=${join(folder, 'alertmanager.yaml')}`,
    `--storage.path=${join(folder, 'data')}`,
    `--web.listen-address=${target}`,
    '--cluster.listen-address=',
  ];
  const running = startService(words, { cwd: folder }, port);
  await running.until('it is ready', async () => {
    const answer = await fetch(`http://${target}/-/ready`).catch(() => undefined);
    return answer?.status === 200;
  });
  return {
    target,
    fire: async (alerts) => {
      const response = await fetch(`http://${target}/api/v2/alerts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(alerts.map((labels) => ({ labels }))),
      });
      if (!response.ok) throw new Error(`Alertmanager: ${await response.text()}`);
    },
    alerts: async () => {
      const held = (await (await fetch(`http://${target}/api/v2/alerts`)).json()) as readonly Held[];
      return held.map(({ labels, status, receivers }) => ({
        name: labels.alertname ?? '',
        labels,
        state: status.state,
        receivers: receivers.map(({ name }) => name),
        inhibited: status.inhibitedBy.length > 0,
      }));
    },
    until: (what, seen) => running.until(what, seen),
    stop: async () => {
      await running.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** What its API answers. */
interface Held {
  readonly labels: Readonly<Record<string, string>>;
  readonly receivers: readonly { readonly name: string }[];
  readonly status: {
    readonly state: HeldAlert['state'];
    readonly inhibitedBy: readonly string[];
  };
}
