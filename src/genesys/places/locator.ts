import type { Literal } from '../../engine/detect/contract/index.ts';
import type { MapNode } from '../../engine/tree/index.ts';

/** Turns the tree of one file kind into its labelled literals, in document order: an array, or one by one where there may be many. Never throws. */
export type Locator = (root: MapNode) => Iterable<Literal>;
