import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lastPort, rememberPort } from '../../scripts/lib/lastPort.mjs';

describe('The port of the last start', () => {
  let home = '';

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'port-'));
  });

  afterEach(() => rmSync(home, { recursive: true, force: true }));

  test('is taken again where it is free, and not where somebody listens', async () => {
    expect(await lastPort(home)).toBeUndefined();
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve(Number((server.address() as { port: number }).port)));
    });
    await rememberPort(home, port);
    expect(await lastPort(home)).toBeUndefined();
    await new Promise((resolve) => server.close(resolve));
    expect(await lastPort(home)).toBe(port);
  });

  test.each(['', 'x', '80', '70000', '1.5'])('is not what else stands there: %s', async (text) => {
    writeFileSync(join(home, 'port'), text);
    expect(await lastPort(home)).toBeUndefined();
  });
});
