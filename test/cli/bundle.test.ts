import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dataAction, flow, randomValue, tempFolder } from './support.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const built = existsSync(cli);

describe.skipIf(!built)(built ? 'dist/cli.js' : 'dist/cli.js (not built)', () => {
  it('scans, broken YAML too, and ends with 1', () => {
    const folder = tempFolder();
    folder.write('a.json', dataAction(randomValue()));
    folder.write('b.yaml', `${flow(randomValue())}  broken: "never closed\n`);
    const options = { cwd: folder.path, encoding: 'utf8' } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'scan', '--format', 'json'], options);
    expect([status, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      findings: [{ path: 'a.json' }, { path: 'b.yaml' }],
      summary: { files: 2 },
    });
  });

  it('ends quietly when its reader goes away', async () => {
    const folder = tempFolder();
    for (let i = 0; i < 400; i++) folder.write(`${i}.json`, dataAction(randomValue()));
    const child = spawn(process.execPath, [cli, 'scan', '--format', 'json'], { cwd: folder.path });
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += String(chunk);
    });
    child.stdout.destroy();
    await new Promise((resolve) => child.on('close', resolve));
    expect(err).toBe('');
  });
});
