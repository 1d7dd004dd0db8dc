import { type Event, parseEvents, YAMLException } from 'js-yaml';
import { documentText, type MappedText } from '../../text/index.ts';
import {
  MAX_DEPTH,
  maskSubstitutions,
  type ParseProblem,
  type ParseResult,
  type SourceNode,
} from '../../tree/index.ts';
import { flattenFlow } from './yamlFlow.ts';
import { readLines } from './yamlLines.ts';
import { maskUnreadable } from './yamlMask.ts';
import { YamlScalars } from './yamlScalars.ts';
import { YamlTree } from './yamlTree.ts';
import { wholeYaml } from './yamlWhole.ts';

/** Reads broken YAML. Given the document and the text to take the structure from, which has the same length. */
export type TolerantYaml = (source: MappedText, structure: string) => readonly SourceNode[];

/** A YAML result; `needsTolerant` where the text is broken and a second reading with a `TolerantYaml` sees more. */
export type YamlResult = ParseResult & { readonly needsTolerant?: true };

/**
 * Reads YAML, one root a document, into the source tree: with substitutions, with conflict markers, and, given `tolerant`, broken
 * anywhere. Without it a broken text is read line by line. Never throws.
 */
export function parseYaml(text: string, tolerant?: TolerantYaml): YamlResult {
  const masked = maskSubstitutions(text);
  const source = documentText(text);
  const whole = wholeYaml(masked, new YamlScalars(source, masked));
  if (whole) return { roots: [whole], problems: [] };
  const given = parse(source, masked);
  if (given.roots) return { roots: given.roots, problems: [] };
  const flat = flattenFlow(masked);
  const first = flat === masked ? given : parse(source, flat);
  if (first.roots) return { roots: first.roots, problems: [] };
  const structure = maskUnreadable(masked);
  const second = structure === masked ? first : parse(source, maskUnreadable(flat));
  const problem = first.problem ?? second.problem;
  const problems: readonly ParseProblem[] = problem ? [problem] : [];
  if (second.roots) return { roots: second.roots, problems };
  if (second.problem?.code === 'too-deep') return { roots: readLines(source, structure), problems };
  if (tolerant) return { roots: tolerant(source, structure), problems };
  return { roots: readLines(source, structure), problems, needsTolerant: true };
}

type Parsed =
  | { readonly roots: readonly SourceNode[]; readonly problem?: never }
  | { readonly roots?: never; readonly problem: ParseProblem };

function parse(source: MappedText, structure: string): Parsed {
  let events: readonly Event[];
  try {
    events = parseEvents(structure, { maxDepth: MAX_DEPTH });
  } catch (error) {
    return { problem: problemOf(error) };
  }
  return { roots: new YamlTree(source, structure).build(events) };
}

function problemOf(error: unknown): ParseProblem {
  const position = error instanceof YAMLException ? error.mark?.position : undefined;
  const isDeep = error instanceof RangeError || (error instanceof Error && error.message.includes('exceeded maxDepth'));
  return { code: isDeep ? 'too-deep' : 'syntax', offset: position ?? 0 };
}
