import type { MappedText } from '../../text/index.ts';
import type { SourceNode } from '../../tree/index.ts';
import { LineTree } from './lineTree.ts';
import { layoutOfLines, trueColumn, type YamlLayout } from './yamlColumns.ts';
import { readFlowLine } from './yamlFlowLine.ts';
import { withJoinedLines } from './yamlJoinedLines.ts';
import { readYamlLines, type YamlLine } from './yamlLineReader.ts';
import { withMissingColon } from './yamlMissingColon.ts';
import { LenientScalars } from './yamlScalars.ts';

/**
 * Reads broken YAML by its layout: `key: value` and `- value` line by line, nested by indentation. What stands around a line decides
 * where that was most likely meant to stand, so that an error in one line does not move what stands in others. It knows flow
 * collections and texts in quotes of one line, and blocks; nothing can confuse it for longer than a line.
 */
export function readLines(source: MappedText, structure: string): readonly SourceNode[] {
  return new LayoutReader(source, structure).read();
}

class LayoutReader {
  readonly #text: string;
  readonly #tree: LineTree;
  readonly #scalars: LenientScalars;
  readonly #lines: readonly YamlLine[];
  readonly #layout: YamlLayout;

  constructor(source: MappedText, structure: string) {
    this.#text = structure;
    this.#tree = new LineTree(source, structure);
    this.#scalars = new LenientScalars(source, structure);
    const lines = readYamlLines(structure);
    this.#layout = layoutOfLines(lines, structure);
    this.#lines = withMissingColon(withJoinedLines(lines, structure), structure, this.#layout);
  }

  read(): readonly SourceNode[] {
    let next: YamlLine | undefined;
    const nexts = this.#lines.map(() => next);
    for (let i = this.#lines.length - 1; i >= 0; i--) {
      nexts[i] = next;
      const line = this.#lines[i];
      if (line && (line.key || line.dashes.length > 0 || line.isMark)) next = line;
    }
    for (const [i, line] of this.#lines.entries()) this.#line(line, nexts[i]);
    return this.#tree.finish();
  }

  #line(line: YamlLine, next: YamlLine | undefined): void {
    const tree = this.#tree;
    if (line.isMark) {
      tree.nextDocument();
      return;
    }
    const { key, value } = line;
    const isStructure = key !== undefined || line.dashes.length > 0;
    const column = isStructure ? trueColumn(line, next, tree, this.#layout) : line.column;
    const isNoItem = line.isOddDash && line.dashes.length === 1 && !tree.isPending && !tree.hasItemsAt(column);
    const dashes = isNoItem ? [] : line.dashes;
    const shift = isNoItem ? column - line.inner : column - line.column;
    const first = dashes[0] ?? 0;
    for (const dash of dashes) tree.item(column + dash - first, dash);
    if (key) tree.key(line.inner + shift, key);
    if (!value) return;
    if (!isStructure && !this.#isValueAlone(line)) return;
    const flow = readFlowLine(this.#text, value, this.#scalars);
    tree.value(isStructure ? line.inner + shift : Number.POSITIVE_INFINITY, flow ?? value);
  }

  /** A text below a key that waits for one, or a single word below one whose own line was not understood. */
  #isValueAlone({ column, value }: YamlLine): boolean {
    if (this.#tree.isPending) return true;
    return column > this.#tree.column && value !== undefined && !/\s/.test(this.#text.slice(value.start, value.end));
  }
}
