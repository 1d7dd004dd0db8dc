import * as vscode from 'vscode';

/**
 * The large parts that most sessions never need. Each is a file of its own that is read when it is first asked for: by
 * path in Node, through a blob in a web worker, where a second file cannot be imported by its address.
 */
export class Chunks {
  readonly #folder: vscode.Uri;
  readonly #loaded = new Map<string, Promise<unknown>>();

  constructor(extension: vscode.Uri) {
    this.#folder = vscode.Uri.joinPath(extension, 'dist', 'chunks');
  }

  scanning(): Promise<typeof import('../genesys/scanning.ts')> {
    return this.#load('scanning');
  }

  yaml(): Promise<typeof import('../engine/languages/yaml/yamlTolerant.ts')> {
    return this.#load('yaml');
  }

  velocity(): Promise<typeof import('../genesys/velocity/render.ts')> {
    return this.#load('velocity');
  }

  cloud(): Promise<typeof import('../cloud/index.ts')> {
    return this.#load('cloud');
  }

  commands(): Promise<typeof import('../commands/index.ts')> {
    return this.#load('commands');
  }

  silencing(): Promise<typeof import('../engine/suppression/silencingChunk.ts')> {
    return this.#load('silencing');
  }

  patterns(): Promise<typeof import('../engine/suppression/customPatterns.ts')> {
    return this.#load('patterns');
  }

  /** In the Node host only. */
  loopback(): Promise<typeof import('./auth/loopback.ts')> {
    return this.#load('loopback');
  }

  practice(): Promise<typeof import('../practice/index.ts')> {
    return this.#load('practice');
  }

  #load<Module>(name: string): Promise<Module> {
    const known = this.#loaded.get(name);
    if (known) return known as Promise<Module>;
    const loading = importFile<Module>(vscode.Uri.joinPath(this.#folder, `${name}.mjs`));
    this.#loaded.set(name, loading);
    loading.catch(() => this.#loaded.delete(name));
    return loading;
  }
}

async function importFile<Module>(file: vscode.Uri): Promise<Module> {
  if (!isWebWorker()) return import(file.toString(true)) as Promise<Module>;
  const code = await vscode.workspace.fs.readFile(file);
  const address = URL.createObjectURL(new Blob([code.slice()], { type: 'text/javascript' }));
  try {
    return (await import(address)) as Module;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Whether this is the extension host of a browser, where there is no Node. */
export function isWebWorker(): boolean {
  return typeof (globalThis as { importScripts?: unknown }).importScripts === 'function';
}
