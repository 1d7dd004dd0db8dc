import { Sensitive } from '../../../src/base/sensitive.ts';
import { applyEdits, type TextEdit } from '../../../src/engine/text/textEdit.ts';
import type { EditedDocument, EditorPort, NotWritable } from '../../../src/store/editing/editor.ts';
import type { DocumentEdits } from '../../../src/store/index.ts';

/** How a document behaves that is no plain file. */
interface Oddity {
  readonly encoding?: 'utf8' | 'utf8bom' | 'utf16le' | 'latin1';
  readonly notWritable?: NotWritable;
  /** Takes edits and is never dirty, and nobody can tell before. */
  readonly isReadOnlyInSession?: boolean;
  readonly isUntitled?: boolean;
  /** What happens instead of writing when it is saved. */
  readonly onSave?: (document: MemoryDocument) => boolean;
}

/** A document as an editor has it, with the file that it is saved to. */
export class MemoryDocument implements EditedDocument {
  readonly uri: { toString(): string };
  readonly oddity: Oddity;
  text: string;
  bytes: Uint8Array | undefined;
  isDirty = false;

  constructor(uri: string, bytes: Uint8Array | undefined, oddity: Oddity) {
    this.uri = { toString: () => uri };
    this.oddity = oddity;
    this.bytes = bytes;
    this.text = bytes ? shownText(decodeText(bytes, this.encoding)) : '';
  }

  get encoding(): NonNullable<Oddity['encoding']> {
    return this.oddity.encoding ?? 'utf8';
  }

  get isUntitled(): boolean {
    return this.oddity.isUntitled ?? false;
  }

  /** What is saved of it, as text. */
  get disk(): string {
    return this.bytes ? decodeText(this.bytes, this.encoding) : '';
  }

  getText(): string {
    return this.text;
  }

  type(text: string): void {
    this.text = text;
    this.isDirty = !this.oddity.isReadOnlyInSession;
  }

  async save(): Promise<boolean> {
    if (this.oddity.onSave) return this.oddity.onSave(this);
    if (!this.isDirty) return false;
    return this.write();
  }

  write(): boolean {
    this.bytes = encodeText(this.text, this.encoding);
    this.isDirty = false;
    return true;
  }
}

/** An editor with its files in memory. What it does while something is awaited is up to the test. */
export class MemoryEditor implements EditorPort<MemoryDocument> {
  readonly #documents = new Map<string, MemoryDocument>();
  /** How often edits were made. */
  edits = 0;
  /** Called whenever bytes are read, so that something can happen meanwhile. */
  meanwhile: (uri: string) => void = () => {};
  /** What the editor says of an edit instead of making it. */
  refuses = false;

  /** Puts a file there and opens it. Reopening takes the text from the file anew. */
  put(uri: string, content: string | Uint8Array, oddity: Oddity = {}): MemoryDocument {
    const bytes = typeof content === 'string' ? encodeText(content, oddity.encoding ?? 'utf8') : content;
    const document = new MemoryDocument(uri, oddity.isUntitled ? undefined : bytes, oddity);
    if (oddity.isUntitled) document.text = String(content);
    this.#documents.set(uri, document);
    return document;
  }

  /** The file is gone, and no editor has it open. */
  remove(uri: string): void {
    this.#documents.delete(uri);
  }

  async open(uri: string): Promise<MemoryDocument> {
    const document = this.#documents.get(uri);
    if (!document) throw new Error('there is no such file');
    return document;
  }

  async whyNotWritable({ oddity }: MemoryDocument): Promise<NotWritable | undefined> {
    return oddity.notWritable;
  }

  async bytes({ uri, bytes }: MemoryDocument): Promise<Uint8Array | undefined> {
    this.meanwhile(uri.toString());
    return bytes;
  }

  async encode(text: string, encoding: string): Promise<Uint8Array> {
    return encodeText(text, encoding);
  }

  async decode(bytes: Uint8Array, encoding: string): Promise<string> {
    return decodeText(bytes, encoding);
  }

  async edit(
    changes: readonly { readonly document: MemoryDocument; readonly edits: readonly TextEdit[] }[],
  ): Promise<boolean> {
    if (this.refuses) return false;
    this.edits++;
    for (const { document, edits } of changes) document.type(shownText(applyEdits(document.text, edits)));
    return true;
  }
}

/** Edits that put a reference in the place of a literal, made from the text that the document has now. */
export function replacing(document: MemoryDocument, literal: string, reference = '${credentials.x}'): DocumentEdits {
  const start = document.text.indexOf(literal);
  const edits = [{ start, end: start + literal.length, text: reference }];
  return { document: document.uri.toString(), text: new Sensitive(document.text), edits };
}

/** An editor has one kind of line end: that of most lines, here of the first. */
function shownText(text: string): string {
  const [first = '\n'] = /\r\n|\r|\n/.exec(text) ?? [];
  return text.replace(/\r\n|\r|\n/g, first === '\r' ? '\n' : first);
}

function encodeText(text: string, encoding: string): Uint8Array {
  if (encoding === 'latin1')
    return Uint8Array.from(text, (char) => ((char.codePointAt(0) ?? 0) < 256 ? (char.codePointAt(0) ?? 0) : 63));
  if (encoding === 'utf16le') return Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'));
  return new TextEncoder().encode(encoding === 'utf8bom' ? `\uFEFF${text}` : text);
}

function decodeText(bytes: Uint8Array, encoding: string): string {
  if (encoding === 'latin1') return Array.from(bytes, (byte) => String.fromCodePoint(byte)).join('');
  return new TextDecoder(encoding === 'utf16le' ? 'utf-16le' : 'utf-8').decode(bytes);
}
