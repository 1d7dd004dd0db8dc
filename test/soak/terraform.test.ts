import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { goEvaluator, soakWithGo, soakWithHcl2json, type TerraformCounts } from './terraform.ts';

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const go = goEvaluator(folder('terraform'), folder('../../.cache/soak'));

/** Nothing reads differently, and nearly everything was compared. */
function expectSame({ edits, same, different }: TerraformCounts, atLeast: number, share: number): void {
  expect(different.map(({ place, before }) => `${place}: ${before.text}`)).toEqual([]);
  expect(edits).toBeGreaterThan(atLeast);
  expect(same / edits).toBeGreaterThan(share);
}

describe('an edit of a Terraform file keeps what every expression comes to', () => {
  it('as hcl2json reads it, for drawn values in drawn places', async () => {
    expectSame(await soakWithHcl2json(150, 1), 150, 0.8);
  });

  it.skipIf(!go)('as HashiCorp’s evaluator reads it (skipped where Go or HCL is missing)', () => {
    if (go) expectSame(soakWithGo(1500, 2, go), 1500, 0.98);
  });
});
