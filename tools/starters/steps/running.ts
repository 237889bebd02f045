import { rmSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { freePort } from '../../running/free-port.ts';
import { answers, get } from '../../running/get.ts';
import { type Service, startService } from '../../running/service.ts';
import type { Step } from '../scenario.ts';
import { seriesOf } from '../series.ts';
import { startCommand } from '../start-command.ts';
import { SLOW_STARTED, type Starter } from '../starter.ts';
import { DATABASE, type Trial } from '../trial.ts';

/** The starter as a process: its probes, its metrics and its end. */
export function runningSteps(step: Step, starter: Starter, trial: Trial): void {
  const prefix = starter.prefix ?? '';

  step('boots, and is live and ready', async () => {
    writeFileSync(join(trial.host.service, DATABASE), '');
    trial.metricsPort = await freePort();
    trial.service = await start(starter, trial);
    const { url, until } = trial.service;
    await until('it was live', () => answers(`${url}/health/live`, 200));
    await until('it was ready', () => answers(`${url}/health/ready`, 200));
  });

  step('is not ready, but live, while a critical check fails', async () => {
    const { url } = running(trial);
    rmSync(join(trial.host.service, DATABASE));
    // One failure may be a hiccup; two are none.
    expect(await get(`${url}/health/ready`)).toMatchObject({ status: 200 });
    expect(await get(`${url}/health/ready`)).toMatchObject({ status: 503 });
    expect(await get(`${url}/health/live`)).toMatchObject({ status: 200 });
    writeFileSync(join(trial.host.service, DATABASE), '');
    expect(await get(`${url}/health/ready`)).toMatchObject({ status: 200 });
  });

  step('counts requests by route template', async () => {
    const { url } = running(trial);
    for (const path of ['/orders/a1', '/orders/b2', '/orders/c3']) await get(`${url}${prefix}${path}`);
    for (const path of ['/nowhere/1', '/nowhere/2']) await get(`${url}${path}`);
    expectCounts((await get(`http://localhost:${trial.metricsPort}/metrics`)).body, `${prefix}/orders/:id`);
  });

  step('ends in order on SIGTERM: not ready first, the slow request answered, then exit 0', async () => {
    await expectOrderlyEnd(running(trial), `${prefix}/slow`);
  });
}

async function start(starter: Starter, { host, metricsPort }: Trial): Promise<Service> {
  const { words, env } = await startCommand(starter, host.service);
  const settings = {
    HOST: 'localhost',
    METRICS_PORT: String(metricsPort),
    HEALTH_CACHE_MS: '0',
    SHUTDOWN_DELAY_MS: '2000',
  };
  return startService(
    words,
    { cwd: host.service, env: { ...starter.env, ...env, ...settings } },
    await freePort(),
  );
}

function expectCounts(page: string, route: string): void {
  const counts = seriesOf(page, 'http_server_request_duration_seconds_count');
  expect(counts).toContainEqual({
    labels: expect.objectContaining({
      http_request_method: 'GET',
      http_response_status_code: '200',
      http_route: route,
    }),
    value: 3,
  });
  const unknown = counts.filter(({ labels }) => labels.http_response_status_code === '404');
  expect(unknown).toEqual([expect.objectContaining({ value: 2 })]);
  expect(JSON.stringify(counts)).not.toMatch(/orders\/a1|nowhere/);
}

async function expectOrderlyEnd(service: Service, slowPath: string): Promise<void> {
  const agents = [new Agent({ keepAlive: true }), new Agent({ keepAlive: true })] as const;
  let answered = false;
  const slow = get(`${service.url}${slowPath}`, agents[0]).finally(() => {
    answered = true;
  });
  // A connection that a client keeps open and idle must not hold the end up.
  await get(`${service.url}/health/live`, agents[1]);
  await service.until('the slow request arrived', () => service.output().includes(SLOW_STARTED));
  service.signal('SIGTERM');
  await service.until('it was not ready', () => answers(`${service.url}/health/ready`, 503));
  expect(answered).toBe(false);
  expect(await slow).toMatchObject({ status: 200 });
  expect({ exit: await service.exit, output: service.output() }).toMatchObject({ exit: 0 });
  for (const agent of agents) agent.destroy();
}

function running({ service }: Trial): Service {
  if (service === undefined) throw new Error('The service was not started.');
  return service;
}
