import * as vscode from 'vscode';
import type { Services } from '../../../src/extension/services.ts';
import type { Author } from '../../support/author.ts';
import { Emissions } from '../../support/leak/emissions.ts';
import type { Markers } from '../../support/leak/markers.ts';
import { listenToHost } from './console.ts';
import { diagnosticsOf, quickFixes } from './editor.ts';

/** Stands at every door of the extension and collects what comes out. */
export class LeakWatch {
  readonly out: Emissions;
  readonly #parts: Services;
  readonly #author: Author;
  readonly #ends: (() => void)[] = [];
  #edits: 'must hold no marker' | 'may hold one' = 'may hold one';

  constructor(markers: Markers, parts: Services, author: Author) {
    this.out = new Emissions(markers);
    this.#parts = parts;
    this.#author = author;
    this.#ends.push(
      listenToHost((surface, value) => this.out.add(surface, value)),
      this.#listenToLog(),
      this.#listenToDocuments(),
      this.#listenToStatus(),
    );
  }

  /** Everything the editor shows about a document. */
  async look({ uri }: vscode.TextDocument): Promise<void> {
    for (const shown of diagnosticsOf(uri)) {
      const { range, ...told } = shown;
      this.out.add('diagnostic', [told, shown.message, shown.code, shown.source, shown.relatedInformation]);
      await this.#lookAt(uri, range);
    }
    this.#hear();
  }

  /** Lets the extension do something, and reads what it says and writes meanwhile. */
  async during(
    act: () => Promise<void>,
    edits: 'must hold no marker' | 'may hold one' = 'must hold no marker',
  ): Promise<void> {
    this.#edits = edits;
    try {
      await act();
    } finally {
      this.#edits = 'may hold one';
      this.#hear();
    }
  }

  /** @param document by whose address VS Code itself and the memento name a reference that waits */
  mementos(document?: vscode.TextDocument): void {
    const { workspaceState, globalState } = this.#parts.context;
    for (const state of [workspaceState, globalState])
      for (const key of state.keys()) this.out.add('memento', [key, state.get(key)], addressesOf(document?.uri));
  }

  /** Every file below a folder, with its name. @returns how many files were read */
  async files(surface: string, folder: vscode.Uri | undefined, but: ReadonlySet<string> = new Set()): Promise<number> {
    let files = 0;
    const entries = folder ? await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []) : [];
    for (const [name, type] of entries) {
      const uri = vscode.Uri.joinPath(folder ?? vscode.Uri.file('/'), name);
      if (type === vscode.FileType.Directory) files += await this.files(surface, uri, but);
      if (type !== vscode.FileType.File || but.has(name)) continue;
      // What was replaced meanwhile is listed by its new name.
      const bytes = await vscode.workspace.fs.readFile(uri).then(undefined, () => undefined);
      if (!bytes) continue;
      const text = new TextDecoder().decode(bytes);
      this.out.add(surface, `${name}\n${text}`);
      files++;
    }
    return files;
  }

  end(): void {
    for (const end of this.#ends) end();
  }

  async #lookAt(uri: vscode.Uri, range: vscode.Range): Promise<void> {
    for (const { title, command, kind, edit, diagnostics, disabled } of await quickFixes(uri, range)) {
      const told = (diagnostics ?? []).map(({ range: _, ...rest }) => rest);
      this.out.add('code action', [title, kind, disabled, command, told], addressesOf(uri));
      if (edit) this.out.add('edit of a code action', edit.entries());
    }
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      range.start,
    );
    for (const { contents } of hovers)
      for (const content of contents) this.out.add('hover', typeof content === 'string' ? content : content.value);
  }

  #hear(): void {
    for (const words of this.#author.shown.splice(0)) this.out.add('dialog or notification', words);
  }

  #listenToLog(): () => void {
    const { info, warn } = this.#parts.log;
    Object.assign(this.#parts.log, {
      info: (...line: Parameters<typeof info>) => {
        this.out.add('log', line);
        info(...line);
      },
      warn: (...line: Parameters<typeof warn>) => {
        this.out.add('log', line);
        warn(...line);
      },
    });
    return () => void Object.assign(this.#parts.log, { info, warn });
  }

  #listenToStatus(): () => void {
    const { ui } = this.#parts;
    const { status } = ui;
    Object.assign(ui, {
      status: (...[item, shown]: Parameters<typeof status>) => {
        this.out.add('status', [item.name, shown]);
        status(item, shown);
      },
    });
    return () => void Object.assign(ui, { status });
  }

  #listenToDocuments(): () => void {
    const listening = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (!isFile(document)) this.out.add('document', `${document.uri} ${document.getText()}`);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (!isFile(document)) this.out.add('document', document.getText());
        else if (this.#edits === 'must hold no marker')
          for (const { text } of contentChanges) this.out.add('edit', text);
      }),
    );
    return () => listening.dispose();
  }
}

function isFile({ uri }: vscode.TextDocument): boolean {
  return vscode.workspace.getWorkspaceFolder(uri) !== undefined;
}

/** How a document is named: everything in VS Code that speaks of it says this. */
function addressesOf(uri: vscode.Uri | undefined): string[] {
  return uri ? [uri.toString(), uri.path, uri.fsPath, JSON.stringify(uri.fsPath).slice(1, -1)] : [];
}
