import type { GoEvaluator } from './terraform/goEvaluator.ts';
import { readWithHcl2json } from './terraform/hcl2json.ts';
import { drawnMoves, type Move, type Moves } from './terraform/moves.ts';

export { goEvaluator } from './terraform/goEvaluator.ts';

/** What an engine read before and after every edit. */
export interface TerraformCounts extends Omit<Moves, 'moves'> {
  readonly edits: number;
  readonly same: number;
  /** Texts that the engine does not read: they say nothing. */
  readonly notRead: number;
  /** Edits after which something reads differently. */
  readonly different: readonly Move[];
}

type Verdict = 'same' | 'different' | 'not-read';

/** Moves drawn values into variables, and compares what HashiCorp's evaluator makes of each module before and after. */
export function soakWithGo(cases: number, seed: number, { evaluate }: GoEvaluator): TerraformCounts {
  const drawn = drawnMoves(cases, seed);
  const answers = evaluate(drawn.moves.flatMap(({ before, after }) => [before, after]));
  const verdicts = drawn.moves.map((_, i): Verdict => {
    const [before, after] = answers.slice(2 * i, 2 * i + 2);
    if (!before?.read) return 'not-read';
    return JSON.stringify(before.read) === JSON.stringify(after?.read) ? 'same' : 'different';
  });
  return counts(drawn, verdicts);
}

/** The same with hcl2json, which runs wherever Node does. */
export async function soakWithHcl2json(cases: number, seed: number): Promise<TerraformCounts> {
  const drawn = drawnMoves(cases, seed);
  const verdicts: Verdict[] = [];
  for (const { before, after } of drawn.moves) {
    const was = await readWithHcl2json(before).catch(() => undefined);
    const is = was && (await readWithHcl2json(after).catch(() => undefined));
    verdicts.push(!was ? 'not-read' : JSON.stringify(was) === JSON.stringify(is) ? 'same' : 'different');
  }
  return counts(drawn, verdicts);
}

function counts({ moves, refused, unseen }: Moves, verdicts: readonly Verdict[]): TerraformCounts {
  const count = (verdict: Verdict): number => verdicts.filter((each) => each === verdict).length;
  const different = moves.filter((_, i) => verdicts[i] === 'different');
  return { edits: moves.length, refused, unseen, same: count('same'), notRead: count('not-read'), different };
}
