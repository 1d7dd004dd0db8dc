import type { Literal } from '../../engine/detect/contract/index.ts';
import { expressionTexts } from '../../engine/languages/expression/index.ts';
import { parseJsonText } from '../../engine/languages/json/index.ts';
import { documentText, EncodedText, type KeyPath, type MappedText } from '../../engine/text/index.ts';
import { childAt, childOf, type SourceNode, textOf } from '../../engine/tree/index.ts';
import { namedValues, recovered, withEmbedded } from '../places/index.ts';
import type { TextKind, TreeKind } from './fileKind.ts';

const OWNER = { document: 'flow-export' } as const;
const EXPORT_NAME = /\.i3[a-z]{3,30}$/i;

/** A flow as Architect itself exports it: base64 of percent-encoded JSON. Nothing in it can be edited. */
export const FLOW_EXPORT: TextKind = {
  kind: 'flow-export',
  is: ({ name }) => EXPORT_NAME.test(name),
  literals: ({ text }) => exportLiterals(text),
};

/** The same flow as the API gives it (`latestconfiguration`): plain JSON. */
export const FLOW_CONFIGURATION: TreeKind = {
  kind: 'flow-export',
  syntax: 'json',
  mayBe: ({ text }) => text.includes('"flowSequenceItemList"'),
  is: (root) => childOf(root, 'flowSequenceItemList')?.kind === 'seq',
  literals: flowLiterals,
};

function exportLiterals(text: string): Literal[] {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const encoded = documentText(text).slice(start, Math.max(start, text.trimEnd().length));
  const json = EncodedText.of(encoded);
  if (!json) return [];
  const { roots, problems } = parseJsonText(json);
  const literals = roots.flatMap(flowLiterals);
  return problems.length > 0 ? [...recovered(literals)] : literals;
}

function flowLiterals(root: SourceNode): Literal[] {
  return namedValues(root, OWNER, 'variable', expression);
}

/** `{"text": "…", "config": {…}}`: an expression as it was typed, beside what Architect made of it. */
function expression(node: SourceNode, name: string, path: KeyPath): readonly Literal[] | undefined {
  if (node.kind !== 'map' || childOf(node, 'config') === undefined) return undefined;
  const literal = textOf(childAt(node, 'config', 'lit', 'text'));
  const typed = literal ? undefined : textOf(childOf(node, 'text'));
  const texts = typed ? expressionTexts(typed).map(({ text }) => text) : literalsBelow(node);
  return texts.flatMap((text) => withEmbedded({ text, role: 'variable', name, path, owner: OWNER }));
}

/** The strings of what Architect made of an expression. */
function literalsBelow(node: SourceNode): MappedText[] {
  const texts: MappedText[] = [];
  const open: SourceNode[] = [node];
  for (let at = open.pop(); at; at = open.pop()) {
    const literal = textOf(childAt(at, 'lit', 'text'));
    if (literal) texts.push(literal);
    else if (at.kind === 'seq') for (const item of at.items) open.push(item);
    else if (at.kind === 'map') for (const { value } of at.entries) if (value) open.push(value);
  }
  return texts;
}
