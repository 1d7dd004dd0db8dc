import * as vscode from 'vscode';
import { SIGNED_IN_PATH } from '../ids.ts';

/** Hears when the browser comes back from a sign-in by the editor's own scheme. Anybody can open such an address. */
export class Redirects implements vscode.UriHandler, vscode.Disposable {
  readonly #came = new vscode.EventEmitter<string>();
  readonly #registration = vscode.window.registerUriHandler(this);
  /** The query of the address; whoever waits checks its state. */
  readonly onRedirect = this.#came.event;
  /** The address to register for the OAuth client. */
  readonly address: string;

  constructor(extensionId: string) {
    this.address = `${vscode.env.uriScheme}://${extensionId}${SIGNED_IN_PATH}`;
  }

  handleUri({ path, query }: vscode.Uri): void {
    // A Uri's query is decoded: what was an escaped plus would read as a space.
    if (path === SIGNED_IN_PATH) this.#came.fire(query.replaceAll('+', '%2B'));
  }

  dispose(): void {
    this.#registration.dispose();
    this.#came.dispose();
  }
}
