import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { freePort } from '../../running/free-port.ts';

/** A service under measurement. */
export interface Measured {
  /** Send requests over a few connections and return the CPU time that the process took for each, in microseconds. */
  run(path: string, requests: number): Promise<number>;
  stop(): Promise<void>;
}

const CONNECTIONS = 10;
const TELLS_CPU = 'data:text/javascript,process.on("message",()=>process.send(process.cpuUsage()))';

export async function startMeasured(outfile: string, cwd: string): Promise<Measured> {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, ['--import', TELLS_CPU, outfile], {
    cwd,
    env: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      PORT: String(port),
      METRICS_PORT: String(metricsPort),
      OTEL_EXPORTER_OTLP_ENDPOINT: process.env.COLLECTOR ?? 'http://127.0.0.1:9',
    },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const ask = (path: string) => askOnce(`http://127.0.0.1:${port}${path}`, agent);
  while (!(await ask('/relay/1'))) await new Promise((resolve) => setTimeout(resolve, 50));
  return {
    run: async (path, requests) => {
      const before = await cpuOf(child);
      let sent = 0;
      const client = async () => {
        while (sent++ < requests) await ask(`${path}${sent}`);
      };
      await Promise.all(Array.from({ length: CONNECTIONS }, client));
      return ((await cpuOf(child)) - before) / requests;
    },
    stop: async () => {
      agent.destroy();
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

async function cpuOf(child: ChildProcess): Promise<number> {
  child.send('cpu');
  const [{ user, system }] = (await once(child, 'message')) as [NodeJS.CpuUsage];
  return user + system;
}

function askOnce(url: string, agent: Agent): Promise<boolean> {
  return new Promise((resolve) => {
    get(url, { agent }, (response) => {
      response.resume().once('end', () => resolve(true));
    }).once('error', () => resolve(false));
  });
}
