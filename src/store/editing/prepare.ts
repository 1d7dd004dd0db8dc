import type { DocumentEdits } from '../request.ts';
import { isDamaged } from './damage.ts';
import { lookAtDisk, type OnDisk } from './disk.ts';
import { Editing } from './editing.ts';
import type { EditedDocument, EditorPort, NotWritable } from './editor.ts';
import { lineEndOf } from './lineEnds.ts';

/**
 * Why a document must not be edited. Besides what `OnDisk` says · `damaged`: what the edits replace was decoded with loss, now or
 * before · `changed`: it no longer has the text that was scanned · `unreadable`: it cannot be opened
 */
export type WhyNot = NotWritable | NonNullable<OnDisk['problem']> | 'changed' | 'damaged' | 'unreadable';

/** A document that must not be edited. */
export interface RefusedDocument {
  /** URI. */
  readonly document: string;
  readonly why: WhyNot;
  /** The editor's id of its encoding; absent where it could not be opened. */
  readonly encoding?: string;
}

/** What can be known of an edit before anything is sent or changed. */
export interface Prepared {
  /** None of the documents may be edited while there are any. */
  readonly refused: readonly RefusedDocument[];
  /** URIs of documents with other changes that saving would save as well. */
  readonly unsaved: readonly string[];
  /** Documents whose line ends saving would make all of one kind. */
  readonly mixed: readonly { readonly document: string; readonly to: 'CRLF' | 'LF' }[];
  /** To go on with. */
  readonly editing: Editing;
}

/** Looks at every document that is to be edited, and at what is saved of it. Edits may be none: then it may be edited at all. */
export async function prepareEdits<D extends EditedDocument>(
  editor: EditorPort<D>,
  changes: readonly DocumentEdits[],
): Promise<Prepared> {
  const looks = await Promise.all(changes.map((change) => look(editor, change)));
  const refused = looks.flatMap(({ document, encoding, why }) =>
    why === undefined ? [] : [{ document, why, ...(encoding === undefined ? {} : { encoding }) }],
  );
  const mixed = looks.filter(({ disk }) => disk?.isMixed);
  return {
    refused,
    unsaved: looks.filter(({ disk }) => disk?.isUnsaved).map(({ document }) => document),
    mixed: mixed.map(({ document, text }) => ({ document, to: lineEndOf(text) })),
    editing: new Editing(editor, changes, new Map(looks.map(({ document, disk }) => [document, disk?.bytes]))),
  };
}

interface Look {
  readonly document: string;
  readonly text: string;
  readonly encoding?: string;
  readonly disk?: OnDisk;
  readonly why?: WhyNot | undefined;
}

async function look<D extends EditedDocument>(editor: EditorPort<D>, change: DocumentEdits): Promise<Look> {
  const known = { document: change.document, text: change.text.reveal() };
  let document: D;
  try {
    document = await editor.open(change.document);
  } catch {
    return { ...known, why: 'unreadable' };
  }
  const { encoding } = document;
  const notWritable = await editor.whyNotWritable(document);
  if (notWritable) return { ...known, encoding, why: notWritable };
  const disk = await lookAtDisk(editor, document);
  const isChanged = document.getText() !== known.text;
  return { ...known, encoding, disk, why: disk.problem ?? (isChanged ? 'changed' : damageIn(change)) };
}

function damageIn({ text, edits }: DocumentEdits): 'damaged' | undefined {
  const whole = text.reveal();
  return edits.some(({ start, end }) => isDamaged(whole.slice(start, end))) ? 'damaged' : undefined;
}
