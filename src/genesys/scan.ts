import type { Finding, Literal, Rule } from '../engine/detect/contract/index.ts';
import { type Detected, detect, detectIn, evidenceOf, ShownNames } from '../engine/detect/index.ts';
import { parseJson, parseJsonItems } from '../engine/languages/json/index.ts';
import { parseYaml, type TolerantYaml } from '../engine/languages/yaml/yaml.ts';
import { documentText } from '../engine/text/index.ts';
import type { ParseResult } from '../engine/tree/index.ts';
import { FlowParts } from './flowParts.ts';
import { ARCHITECT_FLOW } from './kinds/flow/index.ts';
import {
  type DocumentKind,
  documentsIn,
  type FileText,
  type KnownRoot,
  PossibleKinds,
  syntaxOf,
  TEXT_KINDS,
  TREE_KINDS,
  type TreeKind,
} from './kinds/index.ts';
import { recovered, statements } from './places/index.ts';
import { GENESYS_RULES } from './rules/index.ts';

/** What a scan may use. The tolerant YAML reader is large, so its callers load it when it is needed. */
export interface ScanOptions {
  readonly tolerantYaml?: TolerantYaml;
  /** Also look for tokens that identify themselves in files that are no Genesys Cloud files. */
  readonly otherFiles?: 'tokens';
  /** Rules besides the product's own: a team's names and formats. */
  readonly rules?: readonly Rule[];
}

/**
 * How a document was read: by the reader of its own kind, as one tree, a large flow in parts, a long list item by item, broken YAML by the
 * tolerant reader. Findings are the same whichever way a text that is whole is read.
 */
export type Way = 'own reader' | 'whole' | 'in parts' | 'in items' | 'tolerant';

/** The result of a scan, with the values still in it: for remedies. `findingOf` gives what may leave. */
export interface Scan {
  /** Absent where the document is not a Genesys Cloud file. */
  readonly kind?: DocumentKind;
  readonly way: Way;
  readonly detections: readonly Detected[];
  /** The YAML is broken somewhere: a second scan with `tolerantYaml` sees more. */
  readonly needsTolerantYaml: boolean;
  /** The text cannot be read as what it is meant to be, so that something may be overlooked. */
  readonly isBroken?: true;
}

/** Finds every credential in a document. Pure: same text and options, same result; no input makes it throw. */
export function scanDocument(file: FileText, options: ScanOptions = {}): Scan {
  return new DocumentScanner().scan(file, options);
}

/**
 * Scans one document again and again while it is edited: gives what `scanDocument` gives, and of a large flow reads only the
 * items of lists that have changed. Keeps what it found in them, values included, in memory and for itself.
 */
export class DocumentScanner {
  readonly #parts = new FlowParts();
  readonly #inPartsFrom: number;

  /** @param inPartsFrom the length (UTF-16) from which a flow is read part by part */
  constructor(inPartsFrom = IN_PARTS_FROM) {
    this.#inPartsFrom = inPartsFrom;
  }

  scan(file: FileText, options: ScanOptions = {}): Scan {
    const text = TEXT_KINDS.find((each) => each.is(file));
    if (text) return scanOf({ kind: text.kind, way: 'own reader', literals: [text.literals(file)] }, options);
    const syntax = syntaxOf(file);
    const kinds = new PossibleKinds(file, KINDS_OF[syntax]);
    if (!kinds.any) return scanOf(otherFile(file, options), options);
    const scan = this.#byWay(file, syntax, kinds, options);
    if (scan !== 'whole') return scan;
    return scanOf(readTree(file, syntax, kinds, options) ?? otherFile(file, options), options);
  }

  /** By the fast way there is for the file; `whole` where there is none, or it turns out that it is not certain to see the same. */
  #byWay(file: FileText, syntax: TreeKind['syntax'], kinds: PossibleKinds, options: ScanOptions): Scan | 'whole' {
    const { length } = file.text;
    if (kinds.has(ARCHITECT_FLOW) && length >= this.#inPartsFrom) {
      const scan = this.#parts.scan(file, kinds, { ...options, rules: rulesOf(options) });
      return scan === 'whole' ? scan : { kind: ARCHITECT_FLOW.kind, way: 'in parts', ...scan };
    }
    const isLongList = syntax === 'json' && length >= IN_PARTS_FROM && LIST.test(file.text);
    return isLongList ? scanItems(file, kinds, options) : 'whole';
  }
}

/** The rules besides the engine's: the very same array for the same rules of a team, so that nothing is chosen or kept anew. */
function rulesOf({ rules }: ScanOptions): readonly Rule[] {
  if (!rules?.length) return GENESYS_RULES;
  const known = WITH_TEAM.get(rules);
  if (known) return known;
  const all = [...GENESYS_RULES, ...rules];
  WITH_TEAM.set(rules, all);
  return all;
}

const WITH_TEAM = new WeakMap<readonly Rule[], readonly Rule[]>();

const KINDS_OF: Readonly<Record<TreeKind['syntax'], readonly TreeKind[]>> = {
  json: TREE_KINDS.filter(({ syntax }) => syntax === 'json'),
  yaml: TREE_KINDS.filter(({ syntax }) => syntax === 'yaml'),
};

/** In shorter flows too little is saved. */
const IN_PARTS_FROM = 30_000;

const LIST = /^[\s\uFEFF]*\[/;

/** A list of Data Actions, one by one; `whole` where it is broken or holds nothing known. */
function scanItems(file: FileText, kinds: PossibleKinds, options: ScanOptions): Scan | 'whole' {
  const rules = rulesOf(options);
  const detections: Detected[] = [];
  let first: TreeKind | undefined;
  const isWhole = parseJsonItems(file.text, (item) => {
    const documents = documentsIn(item, kinds, false);
    first ??= documents[0]?.kind;
    for (const { root, kind } of documents)
      for (const each of detect(kind.literals(root), { rules, within: statements })) detections.push(each);
  });
  return isWhole && first && !first.outsideTree
    ? { kind: first.kind, way: 'in items', detections, needsTolerantYaml: false }
    : 'whole';
}

function scanOf(
  { kind, way = 'whole', literals, needsTolerantYaml = false, isBroken }: Reading,
  options: ScanOptions,
): Scan {
  const detections = detectIn(literals, { rules: rulesOf(options), within: statements });
  return { ...(kind && { kind }), way, detections, needsTolerantYaml, ...(isBroken && { isBroken }) };
}

interface Reading {
  readonly kind?: DocumentKind;
  /** As one tree or text where absent. */
  readonly way?: Way;
  /** Those of each document in the file. */
  readonly literals: Iterable<Iterable<Literal>>;
  readonly needsTolerantYaml?: boolean;
  readonly isBroken?: true;
}

/** Nothing for a file that is no Genesys Cloud file. */
function readTree(
  file: FileText,
  syntax: TreeKind['syntax'],
  kinds: PossibleKinds,
  options: ScanOptions,
): Reading | undefined {
  const parsed = parse(file.text, syntax, options);
  const needsTolerantYaml = parsed.needsTolerant === true;
  const isBroken = parsed.problems.length > 0;
  const documents = parsed.roots.flatMap((root) => documentsIn(root, kinds, isBroken));
  const kind = documents[0]?.kind;
  if (!kind) return isBroken ? { ...otherFile(file, options), needsTolerantYaml, isBroken } : undefined;
  const literals = literalsOf(documents, file);
  if (!isBroken) return { kind: kind.kind, literals };
  const way = syntax === 'yaml' && options.tolerantYaml ? 'tolerant' : 'whole';
  return { kind: kind.kind, way, literals: recoveredEach(literals), needsTolerantYaml, isBroken };
}

/** One document at a time, so that their literals are not all held at once. */
function* literalsOf(documents: readonly KnownRoot[], file: FileText): Generator<Iterable<Literal>> {
  for (const { root, kind } of documents) yield kind.literals(root);
  yield documents[0]?.kind.outsideTree?.(file) ?? [];
}

function* recoveredEach(documents: Iterable<Iterable<Literal>>): Generator<Iterable<Literal>> {
  for (const literals of documents) yield recovered(literals);
}

/** A file of another kind is one text, in which only what identifies itself is a credential. */
function otherFile({ text }: FileText, { otherFiles }: ScanOptions): Reading {
  if (!otherFiles) return { literals: [] };
  const whole: Literal = { text: documentText(text), role: 'document', path: undefined, owner: { document: 'other' } };
  return { kind: 'other', literals: [[whole]] };
}

/**
 * What may be shown and kept of a detection.
 * @param names of the document: made of all detections of its scan
 */
export function findingOf(detected: Detected, names: ShownNames): Finding {
  const { ruleId, hit, spans } = detected;
  return {
    ruleId,
    severity: hit.severity,
    class: hit.class,
    spans,
    keyPath: names.keyPath(detected),
    message: hit.message,
    args: names.args(detected),
    evidence: evidenceOf(detected),
    ...(hit.tokenKind !== undefined && { tokenKind: hit.tokenKind }),
  };
}

/** What may be shown and kept of a whole scan. */
export function findingsOf({ detections }: Pick<Scan, 'detections'>): Finding[] {
  const names = new ShownNames(detections);
  return detections.map((each) => findingOf(each, names));
}

function parse(
  text: string,
  syntax: TreeKind['syntax'],
  options: ScanOptions,
): ParseResult & { readonly needsTolerant?: true } {
  return syntax === 'json' ? parseJson(text) : parseYaml(text, options.tolerantYaml);
}
