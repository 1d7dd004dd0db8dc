import * as vscode from 'vscode';
import { type Left, type Proof, proofOf } from '../../store/kept/proof.ts';

const CANARY = 'secretStorageCanary';
/** What an editor without telemetry says in place of a session's name, in every session. */
const NO_SESSION = /^someValue\./;

/**
 * Whether what is put into the secret storage is still there after a restart. It is tried, not assumed: a random word is
 * left there and looked for in the next session. Until then nothing is trusted: a Linux desktop without a keyring keeps
 * secrets in memory.
 */
export class DurableSecrets {
  readonly #proof: Promise<Proof>;

  constructor(context: vscode.ExtensionContext) {
    this.#proof = check(context).catch(() => 'unproven');
  }

  async isDurable(): Promise<boolean> {
    return (await this.#proof) === 'durable';
  }

  /** Why it is not durable: it has lost something before, or nobody knows yet. */
  proof(): Promise<Proof> {
    return this.#proof;
  }
}

async function check({ globalState, secrets }: vscode.ExtensionContext): Promise<Proof> {
  const session = NO_SESSION.test(vscode.env.sessionId) ? undefined : vscode.env.sessionId;
  const proof = proofOf(leftBy(globalState.get<Left | string>(CANARY)), await secrets.get(CANARY), session);
  if (proof === 'durable') return proof;
  // A new word each time: another window may have the old one in its memory.
  const word = crypto.randomUUID();
  await secrets.store(CANARY, word);
  await globalState.update(CANARY, { word, ...(session === undefined ? {} : { session }) });
  return proof;
}

/** An earlier version left the word alone. */
function leftBy(left: Left | string | undefined): Left | undefined {
  return typeof left === 'string' ? { word: left } : left;
}
