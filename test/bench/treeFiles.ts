import { dataAction, flow, terraform } from './support/documents.ts';
import { Random } from './support/random.ts';

/** A file of a generated workspace. */
export interface TreeFile {
  readonly folder: string;
  readonly name: string;
  readonly text: string;
}

/** Of ten parts of a workspace six are flows, two Data Actions and two CX as Code. */
const SHARES = { flow: 0.6, action: 0.2, terraform: 0.2 } as const;

/** The files of a workspace of about so many characters: flows of 5 to 400 KB, single Data Actions, modules. */
export function* treeFiles(characters: number): Generator<TreeFile> {
  const random = new Random(13);
  for (let i = 0, length = 0; length < characters * SHARES.flow; i++) {
    const text = flow(random, 5_000 + random.below(20) ** 2 * 1_000);
    length += text.length;
    yield { folder: `flows-${i % 20}`, name: `flow-${i}.yaml`, text };
  }
  for (let i = 0, length = 0; length < characters * SHARES.action; i++) {
    const text = dataAction(random);
    length += text.length;
    yield { folder: `actions-${i % 50}`, name: `action-${i}.custom.json`, text };
  }
  for (let i = 0, length = 0; length < characters * SHARES.terraform; i++) {
    const text = terraform(random, 5_000 + random.below(40_000));
    length += text.length;
    yield { folder: `modules-${i % 20}`, name: `module-${i}.tf`, text };
  }
}
