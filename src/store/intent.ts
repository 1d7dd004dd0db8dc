import type { Standing } from './documents.ts';
import type { JournalEntry } from './ports.ts';

/** Milliseconds after which nothing is taken back without asking: what a run created may have found users since. */
const FRESH = 60 * 60_000;

/**
 * What to do about a run that did not end and whose credential is in the org. `take-back`: nothing refers to it as far as this run went ·
 * `ask`: the author decides · `finish`: the documents refer to it · `tell`: nobody but the author can know
 */
export type Intent = 'take-back' | 'ask' | 'finish' | 'tell';

/**
 * Decides by the step that was written down. Before the edit nothing was edited, and a run that is being taken back stays taken back,
 * whatever the documents say: they may refer to what a later store has bound. From the edit on the credential was bound and
 * read back, so nobody but the author takes it out of the org again.
 * @param standing of the documents; `none` where the run edits none, which is done where an edit would begin
 * @param age milliseconds since the run began, as far as the clock is right
 */
export function intentFor(step: JournalEntry['step'], standing: Standing | 'none', age: number): Intent {
  if (step !== 'edit' && step !== 'save') return Math.abs(age) < FRESH ? 'take-back' : 'ask';
  switch (standing) {
    case 'unedited':
      return 'ask';
    case 'edited':
    case 'none':
      return 'finish';
    case 'unknown':
      return 'tell';
  }
}
