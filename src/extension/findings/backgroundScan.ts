import * as vscode from 'vscode';
import type { Log } from '../../commands/ports/log.ts';
import { SETTINGS } from '../ids.ts';
import { scansInBackground } from '../settings.ts';
import { wait } from '../wait.ts';
import type { FileScan } from './files.ts';
import type { Silencer } from './silencer.ts';

/** Milliseconds without typing after which the editor counts as idle. */
const IDLE = 1000;
/** Milliseconds of scanning after which everything else of the extension gets its turn. */
const TURN = 20;

interface Parts {
  readonly files: FileScan;
  readonly silencer: Silencer;
  readonly log: Log;
}

/**
 * Scans the workspace once after a start, and again when folders are added, so that a window that was reloaded does not look
 * clean. It waits while the author types, and gives way to a scan that the author asks for.
 */
export class BackgroundScan implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #subscriptions: vscode.Disposable[];
  #running: vscode.CancellationTokenSource | undefined;
  #typed = performance.now();
  #turn = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#subscriptions = [
      vscode.workspace.onDidChangeTextDocument(() => {
        this.#typed = performance.now();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.start()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${SETTINGS.section}.${SETTINGS.scanInBackground}`)) this.start();
      }),
    ];
  }

  /** Begins a scan, unless the settings say not to. */
  start(): void {
    this.#running?.cancel();
    if (!scansInBackground() || !vscode.workspace.workspaceFolders?.length) return;
    this.#running = new vscode.CancellationTokenSource();
    this.#scan(this.#running.token).catch(() => this.#parts.log.warn('scan failed'));
  }

  /** The author scans. */
  stop(): void {
    this.#running?.cancel();
  }

  dispose(): void {
    this.#running?.cancel();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #scan(token: vscode.CancellationToken): Promise<void> {
    const { files, silencer } = this.#parts;
    await this.#idle(token);
    if (token.isCancellationRequested) return;
    await files.workspace({ token, pace: () => this.#pace(token) });
    if (!token.isCancellationRequested) await silencer.completed();
  }

  async #pace(token: vscode.CancellationToken): Promise<void> {
    if (performance.now() - this.#turn > TURN) {
      await wait(0);
      this.#turn = performance.now();
    }
    await this.#idle(token);
  }

  async #idle(token: vscode.CancellationToken): Promise<void> {
    for (;;) {
      const left = this.#typed + IDLE - performance.now();
      if (left <= 0 || token.isCancellationRequested) return;
      await wait(left);
    }
  }
}
