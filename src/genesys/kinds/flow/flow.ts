import { childOf, type MapNode } from '../../../engine/tree/index.ts';
import type { FileText, TreeKind } from '../fileKind.ts';
import { architectFlowLiterals } from './architectFlow.ts';
import { flowComments } from './flowComments.ts';

/** Flow types as they stand as the root key of an Architect flow. Seen in exports, or the name of an API flow type. */
const FLOW_ROOTS: readonly string[] = [
  'botFlow',
  'commonModule',
  'digitalBot',
  'digitalBotFlow',
  'emailSend',
  'inboundCall',
  'inboundChat',
  'inboundEmail',
  'inboundShortMessage',
  'inqueueCall',
  'inqueueEmail',
  'inqueueShortMessage',
  'outboundCall',
  'secureCall',
  'speech',
  'surveyInvite',
  'voice',
  'voicemail',
  'voiceSurvey',
  'workflow',
  'workitem',
];

/** Keys that only a flow has; they tell flow types that are not known by name, and flows whose root is not typed yet. */
const FLOW_KEYS: readonly string[] = ['startUpRef', 'supportedLanguages', 'defaultLanguage'];

const FLOW_TEXT = new RegExp(
  `^[ \\t\\uFEFF{]*["']?(?:${FLOW_ROOTS.join('|')})["']?[ \\t]*:|^[ \\t]+(?:${FLOW_KEYS.join('|')}|callData|updateData|setParticipantData)[ \\t]*:`,
  'm',
);

/** What shows a flow in a broken text, where the tree may begin with something else. */
const BROKEN_FLOW_TEXT = new RegExp(
  `^\\uFEFF?["']?(?:${FLOW_ROOTS.join('|')})\\b|^[ \\t]+(?:${FLOW_KEYS.join('|')}|callData|updateData)[ \\t]*:`,
  'm',
);

/** An Architect flow as Archy writes and reads it. */
export const ARCHITECT_FLOW: TreeKind = {
  kind: 'architect-flow',
  syntax: 'yaml',
  mayBe: ({ text }) => FLOW_TEXT.test(text),
  is: (root, file) => isFlow(root) || isBelowLostRoot(root, file),
  inBroken: (_root, { text }) => (BROKEN_FLOW_TEXT.test(text) ? 'here' : undefined),
  literals: architectFlowLiterals,
  outsideTree: flowComments,
};

/** A flow whose first line is switched off: what stands below it is indented, and begins the text. */
function isBelowLostRoot(root: MapNode, { text }: FileText): boolean {
  if (root.start === 0 || text.charAt(root.start - 1) !== ' ') return false;
  return FLOW_KEYS.some((flowKey) => childOf(root, flowKey));
}

function isFlow(root: MapNode): boolean {
  return root.entries.some(({ key, value }) => {
    if (FLOW_ROOTS.includes(key.value)) return true;
    return value?.kind === 'map' && FLOW_KEYS.some((flowKey) => childOf(value, flowKey));
  });
}
