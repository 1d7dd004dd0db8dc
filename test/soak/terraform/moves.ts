import type { Detected } from '../../../src/engine/detect/detect.ts';
import { ignoreComment } from '../../../src/engine/suppression/commentEdit.ts';
import { applyEdits } from '../../../src/engine/text/textEdit.ts';
import { planSensitiveVariable, variableAssignment } from '../../../src/genesys/remedies/terraformVariable.ts';
import { scanDocument } from '../../../src/genesys/scan.ts';
import { Random } from '../../bench/support/random.ts';
import { TERRAFORM_PLACES } from './places.ts';
import { terraformValue } from './values.ts';

/** A configuration, and the variables file that belongs to it. */
export interface Module {
  readonly text: string;
  readonly values: string;
}

/** One edit: a value is moved into a variable, or a comment written above it. The module before and after. */
export interface Move {
  readonly edit: 'move' | 'comment';
  readonly place: string;
  readonly before: Module;
  readonly after: Module;
}

/** What came of the drawn cases. */
export interface Moves {
  readonly moves: readonly Move[];
  /** Findings that no variable was offered for. */
  readonly refused: number;
  /** Cases in which nothing was found. */
  readonly unseen: number;
}

/**
 * Draws values in places. Every finding of each text is moved into a variable and ignored by a comment, one at a time.
 * @param cases how many texts; the same seed and number give the same texts on every machine
 */
export function drawnMoves(cases: number, seed: number): Moves {
  const random = new Random(seed);
  const moves: Move[] = [];
  let refused = 0;
  let unseen = 0;
  for (let n = 0; n < cases; n++) {
    const place = random.pick(TERRAFORM_PLACES);
    const file = { name: 'main.tf', text: place.text(terraformValue(random), random) };
    const detections = scanDocument(file).detections.filter(({ hit }) => hit.class === 'hard-coded');
    if (detections.length === 0) unseen++;
    for (const detection of detections) {
      const common = { place: place.name, before: { text: file.text, values: '' } };
      const after = moved(file, detection);
      const commented = ignored(file.text, detection);
      if (after) moves.push({ ...common, edit: 'move', after });
      else refused++;
      if (commented) moves.push({ ...common, edit: 'comment', after: commented });
    }
  }
  return { moves, refused, unseen };
}

function moved(file: { readonly name: string; readonly text: string }, detection: Detected): Module | undefined {
  const plan = planSensitiveVariable(file, detection);
  if (typeof plan !== 'object') return undefined;
  const assigned = variableAssignment('', plan.variable, plan.value);
  return assigned && { text: applyEdits(file.text, plan.edits), values: applyEdits('', [assigned]) };
}

function ignored(text: string, { ruleId, spans: [span] }: Detected): Module | undefined {
  const edit = span && ignoreComment(text, 'hcl', span.start, { rule: ruleId, reason: 'a test' });
  return edit && { text: applyEdits(text, [edit]), values: '' };
}
