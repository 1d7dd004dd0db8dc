import type { Span } from '../../base/span.ts';
import { MappedText } from './mappedText.ts';

/** A text that stands elsewhere, too, and so cannot be edited for this place alone. */
export class ReadOnlyText extends MappedText {
  readonly #of: MappedText;

  constructor(of: MappedText) {
    super();
    this.#of = of;
  }

  override get text(): string {
    return this.#of.text;
  }

  override get atMost(): number {
    return this.#of.atMost;
  }

  override rangesIn(ancestor: MappedText, start = 0, end = this.length): Span[] | undefined {
    return ancestor === this ? [{ start, end }] : this.#of.rangesIn(ancestor, start, end);
  }

  override spans(start = 0, end = this.length): Span[] {
    return this.#of.spans(start, end);
  }

  override edit(): 'not-editable' {
    return 'not-editable';
  }
}
