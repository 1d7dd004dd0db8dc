import { type Detected, detect } from '../engine/detect/detect.ts';
import type { Finding } from '../engine/detect/finding.ts';
import { safeWords } from '../engine/detect/safeWords.ts';
import { parseJson } from '../engine/parse/json.ts';
import type { ParseResult } from '../engine/parse/node.ts';
import { parseYaml, type TolerantYaml } from '../engine/parse/yaml.ts';
import { segmentsOf } from '../engine/text/keyPath.ts';
import { type DocumentKind, documentsIn, mayBeGenesys, type Syntax, syntaxOf } from './documentKind.ts';
import { architectFlowLiterals } from './places/architectFlow.ts';
import { contractLiterals } from './places/contract.ts';
import { dataActionLiterals } from './places/dataAction.ts';
import type { Locator } from './places/locator.ts';
import { GENESYS_RULES } from './rules/index.ts';

/** A document to scan. Only the last part of the name counts, and only where content does not tell. */
export interface ScanInput {
  readonly name: string;
  readonly text: string;
}

/** What a scan may use. The tolerant YAML reader is large, so its callers load it when it is needed. */
export interface ScanOptions {
  readonly tolerantYaml?: TolerantYaml;
}

/** The result of a scan, with the values still in it: for remedies. `findingOf` gives what may leave. */
export interface Scan {
  /** Absent where the document is not a Genesys Cloud file. */
  readonly kind?: DocumentKind;
  readonly detections: readonly Detected[];
  /** The YAML is broken somewhere: a second scan with `tolerantYaml` sees more. */
  readonly needsTolerantYaml: boolean;
}

const NOTHING: Scan = { detections: [], needsTolerantYaml: false };

const LOCATORS: Readonly<Record<DocumentKind, Locator>> = {
  'architect-flow': architectFlowLiterals,
  contract: contractLiterals,
  'data-action': dataActionLiterals,
};

/** Finds every credential in a document. Pure: same text and options, same result; no input makes it throw. */
export function scanDocument(input: ScanInput, options: ScanOptions = {}): Scan {
  const syntax = syntaxOf(input.name, input.text);
  if (!mayBeGenesys(input.name, input.text, syntax)) return NOTHING;
  const parsed = parse(input.text, syntax, options);
  const file = { ...input, syntax, isBroken: parsed.problems.length > 0 };
  const documents = parsed.roots.flatMap((root) => documentsIn(root, file));
  const kind = documents[0]?.kind;
  const needsTolerantYaml = parsed.needsTolerant === true;
  if (kind === undefined) return { detections: [], needsTolerantYaml };
  const literals = documents.flatMap(({ root, kind: each }) => LOCATORS[each](root));
  return { kind, detections: detect(literals, GENESYS_RULES), needsTolerantYaml };
}

/** What may be shown and kept of a detection. */
export function findingOf({ ruleId, hit, literal, spans }: Detected): Finding {
  return {
    ruleId,
    severity: hit.severity,
    class: hit.class,
    spans,
    keyPath: safeWords(segmentsOf(literal.path).map(String)),
    message: hit.message,
    args: safeWords(hit.args ?? []),
  };
}

function parse(text: string, syntax: Syntax, options: ScanOptions): ParseResult & { readonly needsTolerant?: true } {
  return syntax === 'json' ? parseJson(text) : parseYaml(text, options.tolerantYaml);
}
