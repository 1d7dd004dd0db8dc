import type { Random } from '../bench/support/random.ts';
import type { Marked } from './marks.ts';

/** What is written into a place. */
export interface Slot {
  /** The name that tells, in the spelling of the place. */
  readonly name: string;
  readonly value: Marked;
  readonly random: Random;
}

/** A file as its author has it, with marks around what was planted. */
export interface WrittenFile {
  readonly name: string;
  readonly text: Marked;
}

/** One way to write a place: its usual one, or a structural mutation of it. */
export interface Writing {
  readonly id: string;
  /** A value with line breaks cannot stand here. */
  readonly oneLine?: true;
  write(slot: Slot): WrittenFile;
}

/** Which values a place gets: under a telling name, in prose, as password of a pair, or only what identifies itself. */
export type Fill = 'named' | 'prose' | 'note' | 'token' | 'password' | 'basic';

/** How names are spelled in a place. */
export type Spelling = 'any' | 'ascii' | 'header' | 'snake' | 'upper';

/** The notation that decides which damage a text can have. */
export type Syntax = 'json' | 'yaml' | 'hcl' | 'lines' | 'opaque';

/** Somewhere credentials stand in files about Genesys Cloud. */
export interface Place {
  readonly id: string;
  readonly group: 'Data Action' | 'Architect' | 'Terraform' | 'tools' | 'data';
  readonly syntax: Syntax;
  readonly fill: Fill;
  readonly spelling: Spelling;
  /** References are evaluated here: `$` and `#` mean something. */
  readonly isTemplate?: true;
  /** Only these names, where the place has names of its own. */
  readonly names?: readonly string[];
  readonly writings: readonly Writing[];
}
