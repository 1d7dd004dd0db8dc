import type { Span } from '../../src/base/span.ts';
import { Random } from '../bench/support/random.ts';
import { Filler } from './fill.ts';
import { unmark } from './marks.ts';
import { MUTATIONS } from './mutations.ts';
import { negativeFiles } from './negatives.ts';
import type { Place } from './place.ts';
import { ARCHITECT_PLACES } from './places/architect.ts';
import { DATA_PLACES } from './places/data.ts';
import { DATA_ACTION_PLACES } from './places/dataAction.ts';
import { TERRAFORM_PLACES } from './places/terraform.ts';
import { TERRAFORM_DATA_PLACES } from './places/terraformData.ts';
import { TOOL_PLACES } from './places/tools.ts';

/** A generated file and what is known about it. */
export interface BenchFile {
  /** Its folder in the tree: unique. */
  readonly folder: string;
  readonly name: string;
  readonly text: string;
  readonly place: string;
  readonly group: Place['group'];
  /** The class of the planted value; of a hard negative, what it is. */
  readonly format: string;
  readonly mutation: string;
  /** The name that tells; of a hard negative also what stands there. */
  readonly label: string;
  /** The planted value; empty for a hard negative. */
  readonly spans: readonly Span[];
  readonly wider: readonly Span[];
  /** Nothing of the file can be marked but all of it. */
  readonly isOpaque: boolean;
}

export const PLACES: readonly Place[] = [
  ...DATA_ACTION_PLACES,
  ...ARCHITECT_PLACES,
  ...TERRAFORM_PLACES,
  ...TERRAFORM_DATA_PLACES,
  ...TOOL_PLACES,
  ...DATA_PLACES,
];

/**
 * Files with one planted value each, `perPlace` for every place, and hard negatives in the same places. The same seed
 * gives the same files.
 */
export function benchTree(seed: number, perPlace: number, places: readonly Place[] = PLACES): readonly BenchFile[] {
  const filler = new Filler();
  const planted = places.flatMap((place, at) => {
    const random = new Random(seed * 1000 + at);
    return Array.from({ length: perPlace }, (_none, i) => plantedFile(place, i, filler, random));
  });
  return [...planted, ...negativeFiles(places, new Random(seed), Math.ceil(perPlace / 6))];
}

function plantedFile(place: Place, i: number, filler: Filler, random: Random): BenchFile {
  const writing = place.writings[i % place.writings.length];
  if (!writing) throw new Error(`no way to write ${place.id}`);
  const { format, slot } = filler.fill(place, writing, random);
  const { name, text } = writing.write(slot);
  const able = MUTATIONS.filter(({ syntaxes }) => syntaxes.includes(place.syntax));
  const mutation =
    i >= place.writings.length && able.length > 0 && random.below(2) === 0 ? random.pick(able) : undefined;
  const mutated = mutation?.apply(text);
  return {
    folder: `${place.group}/${place.id}/${i}`.replace(/[^\w/-]+/g, '-'),
    name,
    ...unmark(mutated ?? text),
    place: place.id,
    group: place.group,
    format,
    label: slot.name,
    mutation: mutated === undefined || !mutation ? writing.id : mutation.id,
    isOpaque: place.syntax === 'opaque',
  };
}
