import { type CommentSyntax, commentSyntaxOf } from '../../../src/engine/suppression/comments.ts';
import { type Silenced, type SilenceOptions, silence } from '../../../src/engine/suppression/silence.ts';
import { scanDocument } from '../../../src/genesys/scan.ts';
import { RULE_DOCS } from '../../../src/messages/rules.ts';

/** Every rule there is. */
export const RULES: ReadonlySet<string> = new Set(Object.keys(RULE_DOCS));

export const TODAY = '2026-11-23';

/** A flow whose variable holds a value, with lines of the author's around it. */
export function flow(value: string, { above = '', behind = '' } = {}): string {
  return `inboundCall:
  name: Main
  startUpRef: /inboundCall/tasks/task[Main_10]
  variables:
    - stringVariable:
        name: Flow.apiPassword
        initialValue:
${above === '' ? '' : `          ${above}\n`}          lit: ${value}${behind}
    - stringVariable:
        name: Flow.harmless
        initialValue:
          lit: nothing
`;
}

/** Scans a text and silences what it finds. */
export function silenced(text: string, name = 'main.yaml', options: Partial<SilenceOptions> = {}): Promise<Silenced> {
  const { detections } = scanDocument({ name, text });
  const syntax: CommentSyntax | undefined = commentSyntaxOf(name);
  return silence({ text, syntax, path: name, detections }, { today: TODAY, rules: RULES, ...options });
}

/** What is left, what is silenced and what is reported, by rule and message. */
export function toldOf({ kept, silenced: gone, notices }: Silenced): Told {
  return {
    kept: kept.map(({ ruleId }) => ruleId),
    silenced: gone.map(({ detected }) => detected.ruleId),
    notices: notices.map(({ message }) => message.replace(/^finding\.\w+\./, '')),
  };
}

export interface Told {
  readonly kept: readonly string[];
  readonly silenced: readonly string[];
  readonly notices: readonly string[];
}
