import type { Span } from '../../../base/span.ts';
import type { SourceNode } from '../../tree/index.ts';
import { CHOICE, CONDITION, HclCall } from './hclCalls.ts';

/** The operands of an expression as they are read: which of them it can be, and which are only compared. */
export class HclOperands {
  readonly #values: SourceNode[] = [];
  readonly #compared: SourceNode[] = [];
  /** Where the branch that is being read begins among the values. */
  #branch = 0;
  #questions = 0;
  #isComparison = false;

  add(operand: SourceNode): void {
    this.#values.push(operand);
  }

  /** A comparison makes all operands of its branch compared ones. */
  compare(): void {
    this.#isComparison = true;
  }

  /** What stood before a question mark was a condition. */
  question(): void {
    this.#moveToCompared();
    this.#questions++;
    this.#isComparison = false;
  }

  /** The other branch begins; false where no question mark waits for a colon. */
  colon(): boolean {
    if (this.#questions === 0) return false;
    this.#questions--;
    this.#endBranch();
    return true;
  }

  node(span: Span): SourceNode | undefined {
    const isOnlyComparison = this.#isComparison && this.#branch === 0 && this.#compared.length === 0;
    this.#endBranch();
    const [first] = this.#values;
    if (isOnlyComparison) return new HclCall(CONDITION, this.#compared, span);
    if (this.#compared.length === 0 && this.#values.length < 2) return first;
    const condition = this.#compared.length > 0 ? [new HclCall(CONDITION, this.#compared, span)] : [];
    return new HclCall(CHOICE, [...condition, ...this.#values], span);
  }

  #endBranch(): void {
    if (this.#isComparison) this.#moveToCompared();
    this.#branch = this.#values.length;
    this.#isComparison = false;
  }

  #moveToCompared(): void {
    for (const value of this.#values.splice(this.#branch)) this.#compared.push(value);
  }
}
