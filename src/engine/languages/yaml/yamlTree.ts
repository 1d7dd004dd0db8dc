import type { AliasEvent, Event, MappingEvent, ScalarEvent, SequenceEvent } from 'js-yaml';
import type { MappedText } from '../../text/index.ts';
import type { MapEntry, ScalarNode, SourceNode } from '../../tree/index.ts';
import { withMerged, YamlAnchors } from './yamlAnchors.ts';
import { YamlScalars } from './yamlScalars.ts';
import { endOfFlow } from './yamlSpans.ts';
import { IN_FLOW } from './yamlStyles.ts';

interface OpenMap {
  readonly kind: 'map';
  readonly start: number;
  end: number;
  entries: MapEntry[];
  readonly inFlow: boolean;
  /** Of an anchor; empty for none. */
  readonly name: string;
  key: ScalarNode | undefined;
}

interface OpenSeq {
  readonly kind: 'seq';
  readonly start: number;
  end: number;
  readonly items: SourceNode[];
  readonly inFlow: boolean;
  readonly name: string;
}

interface OpenDocument {
  readonly kind: 'document';
  readonly inFlow: false;
}

type Open = OpenMap | OpenSeq | OpenDocument;

/** Builds the tree from js-yaml's events, whose offsets are those of the source. Iterative: depth costs no stack. */
export class YamlTree {
  readonly #structure: string;
  readonly #scalars: YamlScalars;
  readonly #roots: SourceNode[] = [];
  readonly #open: Open[] = [];
  #top: Open = { kind: 'document', inFlow: false };
  /** The end of what has been read. */
  #end = 0;
  #anchors = new YamlAnchors();
  /** Whether a map may take in others. */
  readonly #mayMerge: boolean;

  constructor(source: MappedText, structure: string) {
    this.#structure = structure;
    this.#mayMerge = structure.includes('<<');
    this.#scalars = new YamlScalars(source, structure);
  }

  build(events: readonly Event[]): readonly SourceNode[] {
    for (const event of events) this.#add(event);
    return this.#roots;
  }

  /** The numbers are js-yaml's `EVENT_ID`. */
  #add(event: Event): void {
    if (event.type === 4) this.#addScalar(event);
    else if (event.type === 6) this.#close();
    else if (event.type === 2 || event.type === 3) this.#begin(event);
    else if (event.type === 1) this.#beginDocument();
    else this.#addAlias(event);
  }

  #beginDocument(): void {
    this.#anchors = new YamlAnchors();
    this.#push({ kind: 'document', inFlow: false });
  }

  #addAlias({ anchorStart, anchorEnd }: AliasEvent): void {
    this.#end = anchorEnd;
    const node = this.#anchors.get(this.#structure.slice(anchorStart, anchorEnd));
    if (node) this.#attach(node);
    else this.#addEmpty();
  }

  #nameOf({ anchorStart, anchorEnd }: MappingEvent | SequenceEvent | ScalarEvent): string {
    return anchorStart < 0 ? '' : this.#structure.slice(anchorStart, anchorEnd);
  }

  #push(open: Open): void {
    this.#open.push(this.#top);
    this.#top = open;
  }

  #begin(event: SequenceEvent | MappingEvent): void {
    const { start } = event;
    const end = start + 1;
    const inFlow = event.style === 2;
    const name = this.#nameOf(event);
    if (inFlow) this.#end = end;
    this.#push(
      event.type === 3
        ? { kind: 'map', start, end, entries: [], inFlow, name, key: undefined }
        : { kind: 'seq', start, end, items: [], inFlow, name },
    );
  }

  #close(): void {
    const node = this.#top;
    this.#top = this.#open.pop() ?? node;
    if (node.kind === 'document') return;
    if (node.inFlow) this.#end = endOfFlow(this.#structure, this.#end, node.start);
    node.end = Math.max(node.end, this.#end);
    if (this.#mayMerge && node.kind === 'map') node.entries = withMerged(node.entries);
    if (node.name !== '') this.#anchors.add(node.name, node);
    this.#attach(node);
  }

  #addScalar(event: ScalarEvent): void {
    if (event.valueStart < 0) {
      this.#addEmpty();
      return;
    }
    const after = Math.max(this.#end, event.anchorEnd, event.tagEnd);
    const scalar = this.#scalars.read(event, after, this.#top.inFlow ? IN_FLOW : 0);
    this.#end = scalar.end;
    if (event.anchorStart >= 0) this.#anchors.add(this.#nameOf(event), scalar);
    this.#attach(scalar);
  }

  /** A value that is not there (or an alias of nothing) is absent in a map; in a sequence it keeps its place. */
  #addEmpty(): void {
    const top = this.#top;
    if (top.kind === 'seq' || (top.kind === 'map' && !top.key)) this.#attach(this.#scalars.empty(this.#end));
    else if (top.kind === 'map' && top.key) {
      top.entries.push({ key: top.key, value: undefined });
      top.key = undefined;
    }
  }

  #attach(node: SourceNode): void {
    const top = this.#top;
    if (top.kind === 'document') this.#roots.push(node);
    else if (top.kind === 'seq') top.items.push(node);
    else if (top.key) {
      top.entries.push({ key: top.key, value: node });
      top.key = undefined;
    } else top.key = node.kind === 'scalar' ? node : this.#scalars.sourceOf(node);
  }
}
