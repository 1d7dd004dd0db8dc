import * as vscode from 'vscode';

const CANARY = 'secretStorageCanary';

/**
 * Whether what is put into the secret storage is still there after a restart. It is tried, not assumed: a random word is
 * left there and looked for in the next session. In the first session the desktop, which uses the system's keychain, is
 * trusted; a browser is not.
 */
export class DurableSecrets {
  readonly #survived: Promise<boolean>;

  constructor(context: vscode.ExtensionContext) {
    this.#survived = check(context);
  }

  isDurable(): Promise<boolean> {
    return this.#survived;
  }
}

async function check({ globalState, secrets }: vscode.ExtensionContext): Promise<boolean> {
  const left = globalState.get<string>(CANARY);
  const found = await secrets.get(CANARY);
  if (left !== undefined) {
    if (found !== left) await secrets.store(CANARY, left);
    return found === left;
  }
  const word = crypto.randomUUID();
  await secrets.store(CANARY, word);
  await globalState.update(CANARY, word);
  return vscode.env.uiKind === vscode.UIKind.Desktop;
}
