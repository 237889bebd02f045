import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from '#host/test';

describe('the architecture', () => {
  it('is as architecture.rules.json says', () => {
    const script = ofService('scripts/check-architecture.mjs');
    const { status, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  });
});

/** A file of the service, wherever below its folder the tests are started: `cd dist && node --test`. */
function ofService(name: string, folder = process.cwd()): string {
  const file = join(folder, name);
  return existsSync(file) || dirname(folder) === folder ? file : ofService(name, dirname(folder));
}
