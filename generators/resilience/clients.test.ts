import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

// In a process of its own: got consists of ES modules only, which Jest does not load.
const script = join(__dirname, 'contract/ask-upstream.ts');
const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script], { encoding: 'utf8' });
if (stderr !== '') console.error(stderr);
const tried = stdout.trimEnd().split('\n');

const LIBRARIES = ['fetch', 'axios', 'axios.create', 'got', 'got.extend', 'undici.request'];

test('every library was tried', () => {
  expect(tried.map((line) => JSON.parse(line).name)).toEqual(LIBRARIES);
});

// Each pair is what the caller got, and how many requests reached the upstream.
test.each(LIBRARIES)('%s is bounded, and answers as by itself', (name) => {
  const line = tried.find((each) => JSON.parse(each).name === name);
  const [gone, broken] = {
    fetch: ['AbortError', 'TypeError'],
    axios: ['CanceledError', 'AxiosError'],
    got: ['AbortError', 'RequestError'],
    undici: ['AbortError', 'SocketError'],
  }[name.split('.')[0] ?? ''] ?? ['', ''];
  expect(JSON.parse(line ?? '{}')).toEqual({
    name,
    whole: [600_002, 1],
    refused: [404, 1],
    failedPost: [503, 1],
    failedGet: [503, 3],
    left: [gone, 0],
    deadPost: [broken, 1],
    dead: 4,
    last: 'BrokenCircuitError',
    openCircuit: 2,
    refusedHere: ['BrokenCircuitError', 0],
    recovered: [600_002, 1],
    circuit: 0,
  });
});
