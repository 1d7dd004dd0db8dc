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

/** The result of a scan, with the values still in it: for remedies. `findingOf` gives what may leave. */
export interface Scan {
  /** Absent where the document is not a Genesys Cloud file. */
  readonly kind?: DocumentKind;
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
  readonly #parts: FlowParts;

  /** @param inPartsFrom the length (UTF-16) from which a flow is read part by part */
  constructor(inPartsFrom = IN_PARTS_FROM) {
    this.#parts = new FlowParts(inPartsFrom);
  }

  scan(file: FileText, options: ScanOptions = {}): Scan {
    const text = TEXT_KINDS.find((each) => each.is(file));
    if (text) return scanOf({ kind: text.kind, literals: [text.literals(file)] }, options);
    const syntax = syntaxOf(file);
    const kinds = new PossibleKinds(file, KINDS_OF[syntax]);
    if (!kinds.any) return scanOf(otherFile(file, options), options);
    // What is kept of parts and items was found by the product's own rules.
    const ownRulesOnly = !options.rules?.length;
    const inParts =
      ownRulesOnly && kinds.has(ARCHITECT_FLOW) ? this.#parts.scan(file, kinds, options.tolerantYaml) : undefined;
    if (inParts) return { kind: ARCHITECT_FLOW.kind, ...inParts };
    const isList = ownRulesOnly && syntax === 'json' && file.text.length >= IN_PARTS_FROM && LIST.test(file.text);
    const inItems = isList ? scanItems(file, kinds) : undefined;
    if (inItems) return inItems;
    return scanOf(readTree(file, syntax, kinds, options) ?? otherFile(file, options), options);
  }
}

const KINDS_OF: Readonly<Record<TreeKind['syntax'], readonly TreeKind[]>> = {
  json: TREE_KINDS.filter(({ syntax }) => syntax === 'json'),
  yaml: TREE_KINDS.filter(({ syntax }) => syntax === 'yaml'),
};

/** In shorter flows too little is saved. */
const IN_PARTS_FROM = 30_000;

const LIST = /^[\s\uFEFF]*\[/;

/** A list of Data Actions, one by one; `undefined` where it is broken or holds nothing known. */
function scanItems(file: FileText, kinds: PossibleKinds): Scan | undefined {
  const detections: Detected[] = [];
  let first: TreeKind | undefined;
  const isWhole = parseJsonItems(file.text, (item) => {
    const documents = documentsIn(item, kinds, false);
    first ??= documents[0]?.kind;
    for (const { root, kind } of documents)
      for (const each of detect(kind.literals(root), { rules: GENESYS_RULES, within: statements }))
        detections.push(each);
  });
  return isWhole && first && !first.outsideTree
    ? { kind: first.kind, detections, needsTolerantYaml: false }
    : undefined;
}

function scanOf({ kind, literals, needsTolerantYaml = false, isBroken }: Reading, options: ScanOptions): Scan {
  const rules = options.rules?.length ? [...GENESYS_RULES, ...options.rules] : GENESYS_RULES;
  const detections = detectIn(literals, { rules, within: statements });
  return { ...(kind && { kind }), detections, needsTolerantYaml, ...(isBroken && { isBroken }) };
}

interface Reading {
  readonly kind?: DocumentKind;
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
  return { kind: kind.kind, literals: recoveredEach(literals), needsTolerantYaml, isBroken };
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
