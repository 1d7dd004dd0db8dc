import type { Marked } from '../marks.ts';
import { indented } from '../notations.ts';

/** The parts of a flow that a place fills. */
export interface FlowParts {
  readonly root?: string;
  readonly head?: Marked;
  readonly variables?: Marked;
  readonly actions?: Marked;
  /** How many decisions and calls the actions stand inside. */
  readonly depth?: number;
}

/** A flow as Archy exports it. Parts stand at no indentation; list items begin with `- `. */
export function flowText({ root = 'inboundCall', head, variables, actions, depth = 0 }: FlowParts): Marked {
  return `${root}:
  name: Customer Service Main
  division: Home
  startUpRef: "/${root}/tasks/task[Task_10]"
  defaultLanguage: en-us
  supportedLanguages:
    en-us:
      defaultLanguageSkill:
        noValue: true
${head ? `${indented(head, 2)}\n` : ''}  variables:
    - stringVariable:
        name: Flow.CustomerName
        initialValue:
          lit: ""
        isInput: false
        isOutput: false
${variables ? `${indented(variables, 4)}\n` : ''}  tasks:
    - task:
        name: Main Task
        refId: Task_10
        actions:
          - playAudio:
              name: Welcome
              audio:
                exp: ToAudioTTS("Welcome, ") + ToAudio(Flow.CustomerName)
${indented(nested(actions ?? DISCONNECT, depth), 10)}
          - disconnect:
              name: Disconnect
`;
}

const DISCONNECT = '- endTask:\n    name: End\n    outputPath:\n      name: Default';

/** Actions inside decisions and loops, as deep as real flows have them. */
function nested(actions: Marked, depth: number): Marked {
  if (depth === 0) return actions;
  return `- decision:
    name: Is known ${depth}
    condition:
      exp: Task.Attempts < ${depth} and Flow.CustomerName != "unknown"
    outputs:
      yes:
        actions:
${indented(nested(actions, depth - 1), 10)}
      no:
        actions:
          - disconnect:
              name: Disconnect`;
}
