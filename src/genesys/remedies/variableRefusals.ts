import type { MessageId } from '../../base/messageIds.ts';
import type { Span } from '../../base/span.ts';
import type { Detected } from '../../engine/detect/index.ts';
import { parseHcl } from '../../engine/languages/hcl/index.ts';
import type { FileText } from '../kinds/index.ts';
import { type FixedPlace, fixedPlaces } from '../kinds/terraform/index.ts';
import { reachingStretches } from './sensitiveReach.ts';

/** Files of a module whose blocks change those of others: they cannot declare anything. */
const OVERRIDE_NAME = /(?:^|_)override\.(?:tf|tofu)$/i;

/**
 * Where in a file of a Terraform module no sensitive variable can take the place of a literal, with the text that says what to
 * do instead. The file is read when the first literal of a configuration is asked for.
 */
export class VariableRefusals {
  readonly #file: FileText;
  readonly #others: readonly string[];
  #places: readonly FixedPlace[] | undefined;

  /** @param others texts of the module's other files, where they are at hand */
  constructor(file: FileText, others: readonly string[] = []) {
    this.#file = file;
    this.#others = others;
  }

  /** Why Terraform would refuse a variable in the place of a detection; `undefined` where it would not, and outside of modules. */
  of({ literal: { owner, role, template }, spans: [span] }: Detected): MessageId | undefined {
    if (owner.document !== 'terraform' || role === 'comment' || template || !span) return undefined;
    if (!/\.(?:tf|tofu)$/i.test(this.#file.name)) return undefined;
    this.#places ??= this.#read();
    return (
      this.#places.find((place) => place.start <= span.start && span.end <= place.end)?.reason ??
      (OVERRIDE_NAME.test(this.#file.name) ? 'explain.terraform.override' : undefined)
    );
  }

  #read(): readonly FixedPlace[] {
    const { text } = this.#file;
    const { root } = parseHcl(text);
    const reach = reachingStretches({ text, root }, this.#others);
    const reaching = reach.map(({ start, end }: Span) => ({ start, end, reason: REACHED, isSink: false }) as const);
    return [...fixedPlaces(root, text), ...reaching];
  }
}

const REACHED = 'explain.terraform.reached';
