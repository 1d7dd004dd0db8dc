import type { Literal } from '../../engine/detect/contract/index.ts';
import { keyPath } from '../../engine/text/index.ts';
import { childOf } from '../../engine/tree/index.ts';
import { eachEntry } from '../places/index.ts';
import type { TreeKind } from './fileKind.ts';
import { mentionsGenesys } from './genesysText.ts';
import { scriptLiterals } from './script/index.ts';

const OWNER = { document: 'shell-script' } as const;

/** The scripts of a package. */
export const PACKAGE_SCRIPTS: TreeKind = {
  kind: 'shell-script',
  syntax: 'json',
  mayBe: ({ name, text }) => /^package\.json$/i.test(name) && mentionsGenesys(text),
  is: (root) => childOf(root, 'scripts')?.kind === 'map',
  literals: (root) => {
    const scripts = childOf(root, 'scripts');
    const literals: Literal[] = [];
    if (scripts) {
      eachEntry(scripts, keyPath(undefined, 'scripts'), ({ value }, path) => {
        if (value.kind !== 'scalar') return;
        for (const literal of scriptLiterals(value.text, 'posix', path, OWNER)) literals.push(literal);
      });
    }
    return literals;
  },
};
