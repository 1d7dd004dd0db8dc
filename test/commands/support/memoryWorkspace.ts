import type { ActiveDocument, Address, Documents, OpenDocument } from '../../../src/commands/ports/documents.ts';
import type { Files, Folder, Workspace } from '../../../src/commands/ports/workspace.ts';
import type { TextEdit } from '../../../src/engine/text/textEdit.ts';
import { NEVER_SEARCHED } from '../../../src/genesys/kinds/index.ts';
import { type MemoryDocument, MemoryEditor } from '../../store/support/memoryEditor.ts';
import type { Hear } from './hear.ts';

const FOLDER: Folder = { name: 'sample', uri: 'file:///work/sample' };

/** A file of the workspace, and how the editor has it. */
export class MemoryFile implements OpenDocument {
  readonly uri: string;
  readonly name: string;
  readonly path: string;
  readonly #document: MemoryDocument;

  constructor({ uri, name, path }: Address, document: MemoryDocument) {
    this.uri = uri;
    this.name = name;
    this.path = path;
    this.#document = document;
  }

  get isDirty(): boolean {
    return this.#document.isDirty;
  }

  get isUntitled(): boolean {
    return this.#document.isUntitled;
  }

  /** What is saved of it. */
  get disk(): string {
    return this.#document.disk;
  }

  getText(): string {
    return this.#document.getText();
  }

  /** The author types: this is its whole text now. */
  type(text: string): void {
    this.#document.type(text);
  }
}

/** An editor that can take its last edit back and tells what it writes. */
class HeardEditor extends MemoryEditor {
  readonly #hear: Hear;
  readonly #before: (readonly { readonly document: MemoryDocument; readonly text: string }[])[] = [];

  constructor(hear: Hear) {
    super();
    this.#hear = hear;
  }

  override async edit(
    changes: readonly { readonly document: MemoryDocument; readonly edits: readonly TextEdit[] }[],
  ): Promise<boolean> {
    const before = changes.map(({ document }) => ({ document, text: document.text }));
    for (const { edits } of changes) for (const { text } of edits) this.#hear('edit', text);
    const isMade = await super.edit(changes);
    if (isMade) this.#before.push(before);
    return isMade;
  }

  undo(): void {
    for (const { document, text } of this.#before.pop() ?? []) document.type(text);
  }
}

/** A workspace of one folder in memory, and the editor that has it open. */
export class MemoryWorkspace {
  readonly editor: HeardEditor;
  /** What commands know of it. */
  readonly documents: Documents;
  readonly workspace: Workspace = {
    isTrusted: true,
    folders: [FOLDER],
    address: addressOf,
    folderOf: (uri) => (uri.startsWith(`${FOLDER.uri}/`) ? FOLDER : undefined),
    pathInFolder: pathOf,
  };
  readonly files: Files;
  /** Files that are links, by address. */
  readonly links = new Set<string>();
  readonly #files = new Map<string, MemoryFile>();
  /** Addresses of what is open. */
  readonly #open = new Set<string>();
  readonly #hear: Hear;
  #active: ActiveDocument | undefined;

  constructor(hear: Hear) {
    this.#hear = hear;
    this.editor = new HeardEditor(hear);
    this.documents = this.#documents();
    this.files = this.#filesPort();
  }

  /** Puts a file there. @param path below the folder */
  write(path: string, text: string): MemoryFile {
    return this.#put(`${FOLDER.uri}/${path}`, text);
  }

  /** Puts a file there, and the author works in it. */
  openText(path: string, text: string): MemoryFile {
    const file = this.write(path, text);
    this.#show(file);
    return file;
  }

  /** Something that is kept nowhere yet. */
  openNew(text: string): MemoryFile {
    const file = this.#put(`untitled:Untitled-${this.#files.size}`, text, true);
    this.#show(file);
    this.#hear('document', text);
    return file;
  }

  /** The file is gone, and no editor has it. */
  remove({ uri }: Pick<Address, 'uri'>): void {
    this.#files.delete(uri);
    this.#open.delete(uri);
    this.editor.remove(uri);
    if (this.#active?.document.uri === uri) this.#active = undefined;
  }

  /** Takes the last edit back, in every file of it. */
  undo(): void {
    this.editor.undo();
  }

  /** The author looks at no document. */
  closeAll(): void {
    this.#active = undefined;
    this.#open.clear();
  }

  /** What the author works in. */
  get active(): MemoryFile | undefined {
    return this.#active && this.#files.get(this.#active.document.uri);
  }

  #documents(): Documents {
    return {
      editor: this.editor,
      active: () => this.#active,
      open: async (uri) => {
        const file = this.#there(uri);
        this.#open.add(uri);
        return file;
      },
      textOf: (uri) => (this.#open.has(uri) ? this.#files.get(uri)?.getText() : undefined),
      show: async (uri) => this.#show(this.#there(uri)),
      showNew: async (_language, text) => void this.openNew(text),
    };
  }

  #filesPort(): Files {
    return {
      all: async (isWanted) => this.#saved().filter(({ name, path }) => isWanted(name) && !isLeftOut(path)),
      beside: async (uri, isWanted) => {
        const folder = uri.slice(0, uri.lastIndexOf('/'));
        return this.#saved().filter((file) => isWanted(file.name) && file.uri === `${folder}/${file.name}`);
      },
      read: async (uri) => this.#files.get(uri)?.disk,
      textOf: async (uri) => (this.links.has(uri) ? undefined : this.#files.get(uri)?.getText()),
      join: (folder, path) => `${folder}/${path}`,
      isFile: async (uri) => this.#files.has(uri),
      isLink: async (uri) => this.links.has(uri),
      create: async (uri, text) => {
        if (this.#files.has(uri)) return false;
        this.#hear('file that is made', [uri, text]);
        this.#put(uri, text);
        return true;
      },
    };
  }

  #there(uri: string): MemoryFile {
    const file = this.#files.get(uri);
    if (!file) throw new Error('there is no such file');
    return file;
  }

  #put(uri: string, text: string, isUntitled = false): MemoryFile {
    const file = new MemoryFile(addressOf(uri), this.editor.put(uri, text, { isUntitled }));
    this.#files.set(uri, file);
    return file;
  }

  #show(file: MemoryFile): void {
    this.#open.add(file.uri);
    this.#active = { document: file, selection: { start: 0, end: 0 } };
  }

  #saved(): readonly Address[] {
    const files = [...this.#files.values()].filter(({ isUntitled, uri }) => !isUntitled && !this.links.has(uri));
    return files.map(({ uri }) => addressOf(uri)).sort((a, b) => (a.uri < b.uri ? -1 : 1));
  }
}

function addressOf(uri: string): Address {
  return { uri, name: uri.slice(uri.lastIndexOf('/') + 1), path: pathOf(uri) ?? uri };
}

function pathOf(uri: string): string | undefined {
  return uri.startsWith(`${FOLDER.uri}/`) ? uri.slice(FOLDER.uri.length + 1) : undefined;
}

function isLeftOut(path: string): boolean {
  return path
    .split('/')
    .slice(0, -1)
    .some((name) => NEVER_SEARCHED.has(name));
}
