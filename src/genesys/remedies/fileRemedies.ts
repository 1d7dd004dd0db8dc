import type { MessageId } from '../../base/messageIds.ts';
import type { Detected } from '../../engine/detect/index.ts';
import type { FileText } from '../kinds/index.ts';
import { mayBecomeVariable } from './terraformVariable.ts';
import { VariableRefusals } from './variableRefusals.ts';
import { whyNoReference } from './whyNoReference.ts';

/** Texts that tell to write a variable: where none may stand, the text that says why takes their place. */
const TELL_VARIABLE: ReadonlySet<MessageId | undefined> = new Set([
  'explain.terraform.credential',
  'explain.terraform.provider',
  'explain.terraform.value',
] as const);

/** What can be done about the findings of one file: looks at the whole file where a place alone does not tell. */
export class FileRemedies {
  readonly #file: FileText;
  readonly #refusals: VariableRefusals;

  constructor(file: FileText) {
    this.#file = file;
    this.#refusals = new VariableRefusals(file);
  }

  /** Why a detection cannot become a credential reference, and what to do instead; `undefined` where it can. */
  whyNoReference(detection: Detected): MessageId | undefined {
    const reason = whyNoReference(detection);
    return TELL_VARIABLE.has(reason) ? (this.#refusals.of(detection) ?? reason) : reason;
  }

  /** Whether a sensitive variable of Terraform can take the place of a detection. */
  mayBecomeVariable(detection: Detected): boolean {
    return mayBecomeVariable(this.#file, detection) && this.#refusals.of(detection) === undefined;
  }
}
