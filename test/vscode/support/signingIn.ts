import type * as vscode from 'vscode';
import type { Session } from '../../../src/commands/org/session.ts';
import { isWebWorker } from '../../../src/extension/chunks.ts';
import { journalsOf } from '../../../src/extension/org/openJournals.ts';
import { Orgs } from '../../../src/extension/org/orgs.ts';
import type { Services } from '../../../src/extension/services.ts';
import type { Author } from '../../support/author.ts';
import { type Markers, wordMarker } from '../../support/leak/markers.ts';
import { desk } from './desk.ts';

/** Signs in to the org of the desk, and makes everything that opens it a marker. */
export class SigningIn {
  readonly #parts: Services;
  readonly #author: Author;
  readonly #markers: Markers;

  constructor(parts: Services, author: Author, markers: Markers) {
    this.#parts = parts;
    this.#author = author;
    this.#markers = markers;
  }

  /** Also with what is refused. @param during runs each sign-in under a watch */
  async inEveryWay(during: (act: () => Promise<void>) => Promise<void>): Promise<readonly Session[]> {
    const { client, user } = await desk.clients();
    const sessions: (Session | undefined)[] = [];
    const add = async (grant: string, answer: (options: vscode.InputBoxOptions) => Promise<string | undefined>) => {
      this.#author.answers({ picks: [grant] });
      Object.assign(this.#parts.ui, { input: answer });
      await during(async () => {
        const session = await this.#parts.accounts.signIn({ origin: desk.origin });
        // Before anything that was said is searched.
        if (session) await this.#addTokens(session);
        sessions.push(session);
      });
    };
    if (!isWebWorker()) {
      const grant = 'With a client ID and a client secret';
      const wrong = this.#markers.add('a wrong client secret', wordMarker());
      const right = this.#markers.add('a client secret', client.secret);
      await add(grant, async ({ password }) => (password ? wrong : client.id));
      await add(grant, async ({ password }) => (password ? right : client.id));
    }
    let opened = '';
    Object.assign(this.#parts.ui, {
      openExternal: async (address: string) => {
        opened = address;
      },
    });
    const way = isWebWorker() ? '' : 'In the browser, as yourself';
    const madeUp = this.#markers.add('a code that is none', wordMarker());
    await add(way, async ({ password }) => (password ? madeUp : user.id));
    await add(way, async ({ password }) => (password ? this.#allowed(opened) : user.id));
    return sessions.filter((session) => session !== undefined);
  }

  /** Something that the chosen org answers. */
  async org(): Promise<unknown> {
    const { accounts, chunks, context, log, practice, scanner, secondPractice, ui } = this.#parts;
    const orgs = new Orgs({
      accounts,
      chunks,
      journals: journalsOf(context),
      log,
      practice,
      scanner,
      secondPractice,
      state: context.workspaceState,
      ui,
    });
    const org = await orgs.forWorkspace();
    return [org?.label, org?.account, await org?.client.organization()];
  }

  async #allowed(address: string): Promise<string> {
    const visited = await desk.visit(address, 'Allow');
    this.#markers.add('a code', new URL(visited.address).searchParams.get('code') ?? '');
    return visited.address;
  }

  async #addTokens({ id }: Session): Promise<void> {
    const { access, refresh } = JSON.parse((await this.#parts.context.secrets.get(`auth.session.${id}`)) ?? '{}');
    if (access) this.#markers.add('an access token', access);
    if (refresh) this.#markers.add('a refresh token', refresh);
  }
}
