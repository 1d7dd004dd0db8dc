import type { Span } from '../../base/span.ts';
import { MappedText } from './mappedText.ts';
import type { TextEdit } from './textEdit.ts';

/** Where an offset of a part of a document stands in the document. */
export type ToDocument = (offset: number) => number;

/** A text that was read from a part of a document, as one of the document: only what leaves it is moved. */
export function movedText(text: MappedText, toDocument: ToDocument): MappedText {
  return new Moved(text, toDocument);
}

class Moved extends MappedText {
  readonly #of: MappedText;
  readonly #toDocument: ToDocument;

  constructor(of: MappedText, toDocument: ToDocument) {
    super();
    this.#of = of;
    this.#toDocument = toDocument;
  }

  override get text(): string {
    return this.#of.text;
  }

  override rangesIn(ancestor: MappedText, start = 0, end = this.length): Span[] | undefined {
    if (ancestor === this) return [{ start, end }];
    return ancestor instanceof Moved ? this.#of.rangesIn(ancestor.#of, start, end) : undefined;
  }

  override spans(start = 0, end = this.length): Span[] {
    return this.#of.spans(start, end).map((span) => movedSpan(span, this.#toDocument));
  }

  override edit(start: number, end: number, replacement: string): TextEdit | 'not-editable' {
    const edit = this.#of.edit(start, end, replacement);
    return edit === 'not-editable' ? edit : { ...edit, ...movedSpan(edit, this.#toDocument) };
  }
}

/** The end is moved with the character before it: behind that, the document may hold what the part does not. */
export function movedSpan({ start, end }: Span, toDocument: ToDocument): Span {
  return { start: toDocument(start), end: end > start ? toDocument(end - 1) + 1 : toDocument(end) };
}
