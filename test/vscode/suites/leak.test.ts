import { expect } from 'chai';
import * as vscode from 'vscode';
import { Sensitive } from '../../../src/base/sensitive.ts';
import type { Form } from '../../../src/commands/ports/form.ts';
import { isWebWorker } from '../../../src/extension/chunks.ts';
import { formPage } from '../../../src/extension/form/formPage.ts';
import { COMMANDS } from '../../../src/extension/ids.ts';
import { PracticePage } from '../../../src/extension/org/practicePage.ts';
import type { Services } from '../../../src/extension/services.ts';
import { Author } from '../../support/author.ts';
import { damagedFile } from '../../support/leak/damagedFile.ts';
import { Markers, tokenMarker } from '../../support/leak/markers.ts';
import { type Planted, plantedFiles } from '../../support/leak/planted.ts';
import { plantedComments, plantedTeamFile } from '../../support/leak/plantedSilencing.ts';
import { breaksOff, echoes, type Misbehaviour, rejects } from '../../support/misbehaving.ts';
import { dataAction } from '../../support/values.ts';
import { desk } from '../support/desk.ts';
import {
  diagnosticsOf,
  eventually,
  openText,
  press,
  quickFixes,
  services,
  setText,
  writeText,
} from '../support/editor.ts';
import { LeakWatch } from '../support/leakWatch.ts';
import { type OwnPractice, ownPractice } from '../support/practice.ts';
import { SigningIn } from '../support/signingIn.ts';

/** The places that are stored in an editor, too: one of each kind. */
const STORED = ['header value, token', 'URL query, token', 'JSON body, token', 'flow variable, token'];
/** How many of them can be stored: a flow's value is only explained. */
const STORABLE = 3;

describe('no value leaks', () => {
  const markers = new Markers();
  const planted = plantedFiles(markers);
  const restored: (() => void)[] = [];
  let parts: Services;
  let author: Author;
  let watch: LeakWatch;

  before(async () => {
    parts = await services();
    const { input } = parts.ui;
    const { isDurable } = parts.durable;
    const { orgs } = parts;
    author = new Author(parts);
    restored.push(() => {
      Object.assign(parts.ui, { input });
      Object.assign(parts.durable, { isDurable });
      Object.assign(parts, { orgs });
    });
    watch = new LeakWatch(markers, parts, author);
    acceptProposals();
    for (const [i, file] of planted.entries()) if (!isLookedAt(file, i)) await writeText(file.fileName, file.text);
    await vscode.workspace
      .getConfiguration('genesysSecrets')
      .update('org', 'practice', vscode.ConfigurationTarget.Global);
  });

  after(async () => {
    watch.end();
    for (const restore of restored) restore();
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    if (folder)
      for (const { fileName } of planted) await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder.uri, fileName));
  });

  for (const [i, file] of planted.entries()) {
    if (!isLookedAt(file, i)) continue;
    silent(`from ${file.place} (${i + 1})`, async () => {
      const document = await openText(file.fileName, file.text);
      await parts.live.scanNow(document);
      await watch.look(document);
      await explain(document);
      const turn = turnOf(file);
      if (turn !== undefined) {
        await store(document, file, turn);
        await replace(document, file, turn);
      }
      watch.mementos(document);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });
  }

  silent('from damaged files with chosen passwords', async () => {
    const chosen = new Markers();
    const look = new LeakWatch(chosen, parts, author);
    let findings = 0;
    for (let number = 0; number < 8; number++) {
      const { file, pieces } = damagedFile(number, 78);
      chosen.addPieces(`${file.name} (${number})`, pieces);
      const document = await openText(`damaged-${number}-${file.name}`, file.text);
      await parts.live.scanNow(document);
      findings += diagnosticsOf(document.uri).length;
      await look.look(document);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await vscode.workspace.fs.delete(document.uri);
    }
    look.end();
    expect(findings).to.be.greaterThan(8);
    expect([...look.out.leaks]).to.deep.equal([]);
  });

  silent('by the name of an action that is a value', async () => {
    const marker = markers.add('the name of an action', tokenMarker());
    use(ownPractice(parts, (value) => watch.out.add('memento', value)));
    const document = await openText('Named.custom.json', dataAction({}, { name: marker }));
    await document.save();
    author.answers({ picks: ['Northwind Booking API'], confirms: true });
    await watch.during(async () => {
      await vscode.commands.executeCommand(COMMANDS.updateAction, document.uri);
    }, 'may hold one');
    await vscode.workspace.fs.delete(document.uri);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  silent('when a command fails in a way nobody expected', async () => {
    const marker = markers.add('an error', tokenMarker());
    const folder = parts.context.extensionUri;
    const error = Object.assign(new Error(marker, { cause: marker }), { name: marker, code: marker, body: marker });
    Object.assign(parts, { orgs: { forDocument: () => Promise.reject(error) } });
    await vscode.workspace.openTextDocument({ content: '{}', language: 'json' }).then(vscode.window.showTextDocument);
    for (const command of Object.values(COMMANDS)) {
      const missing = vscode.Uri.joinPath(folder, `${marker}.json`);
      await watch.during(async () => {
        await vscode.commands.executeCommand(command, marker, marker);
        await vscode.commands.executeCommand(command, missing, marker);
        await vscode.commands.executeCommand(command);
      });
    }
    watch.mementos();
  });

  silent('when the author gives the value as the name of its field', async () => {
    const marker = markers.add('a value typed as a name', tokenMarker());
    const [file] = planted;
    if (!file) throw new Error('nothing was planted');
    const document = await openText(file.fileName, file.text);
    await parts.live.scanNow(document);
    use(ownPractice(parts, (value) => watch.out.add('memento', value)));
    durable(true);
    let refused: unknown;
    Object.assign(parts.ui, {
      input: async ({ validateInput }: vscode.InputBoxOptions) => {
        refused = await validateInput?.(marker);
        return refused === undefined ? marker : undefined;
      },
    });
    await doFix(document, COMMANDS.replaceWithReference, { picks: ['Northwind Booking API'], confirms: true });
    acceptProposals();
    expect(refused).to.be.a('string');
    watch.out.add('dialog or notification', refused);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  silent('when the commands for a whole integration are run', async () => {
    const { org } = await use(ownPractice(parts, (value) => watch.out.add('memento', value))).host.running();
    const [file] = planted;
    if (!file) throw new Error('nothing was planted');
    const document = await openText(file.fileName, file.text);
    await document.save();
    const presses = ['Enter All Values…', 'Update the Data Action…', 'Roll Back…'];
    for (const command of [
      COMMANDS.secureIntegration,
      COMMANDS.rotate,
      COMMANDS.updateAction,
      COMMANDS.testAction,
      COMMANDS.rotationsDue,
    ]) {
      author.answers({ picks: ['Northwind Booking API', file.fileName], confirms: true, presses });
      await watch.during(async () => {
        await vscode.commands.executeCommand(command);
      }, 'may hold one');
    }
    watch.out.add('practice org', [org.snapshot(), org.log]);
    watch.mementos();
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  silent('when a token request made by hand becomes the custom auth action', async () => {
    const marker = markers.add('a token request', tokenMarker());
    const { org } = await use(ownPractice(parts, (value) => watch.out.add('memento', value))).host.running();
    const request = {
      requestUrlTemplate: 'https://login.example.com/token',
      requestType: 'POST',
      headers: {},
      requestTemplate: `grant_type=client_credentials&client_secret=${marker}`,
    };
    const text = dataAction({}, { name: 'Get Cargo Token', config: { request } });
    const document = await openText('Token-Request.custom.json', text);
    await parts.live.scanNow(document);
    const oauth = 'User Defined (OAuth): Genesys Cloud asks for the token by itself';
    author.answers({
      picks: ['Northwind Cargo', oauth],
      confirms: true,
      presses: ['Update the Data Action…', 'Roll Back…'],
    });
    await watch.during(async () => {
      await vscode.commands.executeCommand(COMMANDS.storeAndReplace, document.uri);
    });
    expect(JSON.parse(document.getText()).actionType).to.equal('customAuth');
    watch.out.add('practice org', [org.snapshot(), org.log]);
    watch.mementos();
    await vscode.workspace.fs.delete(document.uri);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  silent('when a Data Action is tested at an org that sends its inputs back', async () => {
    let tests = 0;
    const quotes: Misbehaviour = async (request, answer) => {
      if (!request.url.endsWith('/test')) return answer(request);
      tests++;
      const sent = await request.text();
      const error = { code: sent.slice(0, 60), message: sent, contextId: sent };
      const step = { name: sent, success: false, error, result: { sent } };
      return Response.json({ operations: [step], finalResult: sent, error, success: false });
    };
    for (const misbehaves of [undefined, quotes, echoes]) {
      use(ownPractice(parts, (value) => watch.out.add('memento', value), misbehaves));
      const document = await openText('Tested.custom.json', dataAction({}, { name: 'Find Booking' }));
      const { form } = parts.ui;
      Object.assign(parts.ui, {
        form: async (asked: Form) => {
          watch.out.add('form', [asked, formPage(asked, 'nonce')]);
          return asked.fields.map(() => new Sensitive(markers.add('an input of a test', tokenMarker())));
        },
      });
      author.answers({ confirms: true });
      await watch.during(async () => {
        await vscode.commands.executeCommand(COMMANDS.testAction, document.uri);
      });
      Object.assign(parts.ui, { form });
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    expect(tests).to.equal(1);
    expect(watch.out.count('form')).to.equal(3);
  });

  silent('when findings are silenced, with reasons and with values for reasons', async () => {
    const team = vscode.Uri.joinPath(
      vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/'),
      'genesys-secrets.yaml',
    );
    for (const [i, file] of planted.filter((_, at) => at % 12 === 0).entries()) {
      const document = await openText(file.fileName, file.text);
      await parts.live.scanNow(document);
      const command = i % 2 === 0 ? COMMANDS.ignoreHere : COMMANDS.ignoreRule;
      const marker = markers.add('a value typed as a reason', tokenMarker());
      const refused = i < 2 ? [[marker], [`it is ${marker}`, ''], ['public demo', marker]] : [];
      for (const inputs of [...refused, ['public demo', '']]) {
        Object.assign(parts.ui, {
          input: async (options: vscode.InputBoxOptions) => {
            watch.out.add('input box', [options, await options.validateInput?.(inputs[0] ?? '')]);
            return inputs.shift();
          },
        });
        await doFix(document, command, {});
      }
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    acceptProposals();
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(team));
    watch.out.add('team file', text);
    expect(text)
      .to.match(/fingerprint: /)
      .and.to.match(/paths: /);
    await vscode.workspace.fs.delete(team);
    parts.silencer.reload();
    await new Promise((resolve) => setTimeout(resolve, 500));
    await parts.live.again();
  });

  silent('from a team file and comments in which values stand', async () => {
    const make = (): string => markers.add('a team file', tokenMarker());
    const team = await openText('genesys-secrets.yaml', plantedTeamFile(make));
    await eventually(() => diagnosticsOf(team.uri).length > 5, 'the team file is reported');
    await watch.look(team);
    await vscode.workspace.fs.delete(team.uri);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    parts.silencer.reload();
    const comments = await openText('leaking-comments.yaml', plantedComments(make));
    await eventually(() => diagnosticsOf(comments.uri).length > 2, 'the comments are reported');
    await watch.look(comments);
    await vscode.workspace.fs.delete(comments.uri);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await new Promise((resolve) => setTimeout(resolve, 500));
  });

  silent('when credentials are handed over', async () => {
    use(ownPractice(parts, (value) => watch.out.add('memento', value)));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const before = watch.out.count('document');
    author.answers({ picks: ['Northwind Booking API'] });
    const { pickMany } = parts.ui;
    const pickAll: typeof pickMany = async (items, options) => {
      await pickMany(items, options);
      return items;
    };
    Object.assign(parts.ui, { pickMany: pickAll });
    await watch.during(async () => {
      await vscode.commands.executeCommand(COMMANDS.handOver);
    });
    Object.assign(parts.ui, { pickMany });
    expect(watch.out.count('document')).to.be.greaterThan(before);
    expect(vscode.window.activeTextEditor?.document.getText().length).to.be.greaterThan(3000);
    author.answers({ picks: ['Northwind Booking API'], confirms: false, presses: ['Enter All Values…'] });
    await watch.during(async () => {
      await vscode.commands.executeCommand(COMMANDS.carryOutHandover);
    });
    watch.mementos();
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  silent('when somebody signs in, chooses the org, and signs out', async () => {
    if (!desk.isThere) return;
    const signs = new SigningIn(parts, author, markers);
    const sessions = await signs.inEveryWay((act) => watch.during(act));
    for (const session of sessions) {
      await watch.during(async () => {
        author.answers({ picks: [`${session.orgName} · ${session.who}`] });
        await vscode.commands.executeCommand(COMMANDS.chooseOrg);
        watch.out.add('account', await vscode.authentication.getAccounts('genesys-cloud'));
        watch.out.add('account', await parts.accounts.getSessions(undefined, {}));
        watch.out.add('org', await signs.org());
        watch.out.add('setting', vscode.workspace.getConfiguration('genesysSecrets').get('org'));
        await parts.accounts.removeSession(session.id);
      });
    }
    acceptProposals();
    watch.mementos();
    await vscode.workspace
      .getConfiguration('genesysSecrets')
      .update('org', 'practice', vscode.ConfigurationTarget.Global);
  });

  silent('while the workspace is scanned', async () => {
    await watch.during(async () => {
      await vscode.commands.executeCommand(COMMANDS.scanWorkspace);
    });
    const shown = vscode.languages
      .getDiagnostics()
      .filter(([uri]) => planted.some(({ fileName }) => uri.path.endsWith(fileName)));
    expect(shown.length).to.be.greaterThan(50);
    for (const [, diagnostics] of shown)
      for (const { range: _, ...told } of diagnostics) watch.out.add('diagnostic of a closed file', told);
  });

  silent('in the log, the page of the practice org, and files of the extension', async () => {
    await watch.during(async () => {
      await vscode.commands.executeCommand(COMMANDS.showLog);
      await vscode.commands.executeCommand(COMMANDS.showPracticeOrg);
      await eventually(() => watch.out.count('document') > 0, 'a document is opened');
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (const document of vscode.workspace.textDocuments)
      if (document.uri.scheme === 'output') watch.out.add('output', document.getText());
    const { globalStorageUri, storageUri, logUri } = parts.context;
    await watch.files('global storage', globalStorageUri);
    await watch.files('workspace storage', storageUri);
    await watch.files('log file', logUri);
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    const own = new Set(planted.map(({ fileName }) => fileName));
    expect(await watch.files('file in the workspace', folder?.uri, own)).to.be.greaterThan(5);
  });

  silent('by the status and the summary of a scan', async () => {
    const marker = markers.add('a file that is not open', tokenMarker());
    const uri = await writeText(`${marker}.custom.json`, dataAction({ 'X-API-Key': marker }));
    const before = watch.out.count('status');
    await watch.during(async () => {
      await vscode.commands.executeCommand(COMMANDS.scanWorkspace);
    });
    await eventually(() => watch.out.count('status') > before, 'the status tells of the scan');
    await vscode.workspace.fs.delete(uri);
  });

  silent('through any door, and all of them were looked through', async () => {
    expect(planted.filter((file) => turnOf(file) !== undefined)).to.have.length(STORED.length);
    const doors = [
      'code action',
      'diagnostic',
      'dialog or notification',
      'document',
      'edit',
      'hover',
      'log',
      'memento',
      'status',
    ];
    for (const door of [
      ...doors,
      'practice org',
      'file of the practice org',
      'page of the practice org',
      'file in the workspace',
    ])
      expect(watch.out.count(door), door).to.be.greaterThan(3);
  });

  /** A test that fails where a marker comes out; the others go on. */
  function silent(title: string, act: () => Promise<void>): void {
    it(title, async () => {
      try {
        await act();
      } finally {
        const found = [...watch.out.leaks];
        watch.out.leaks.clear();
        if (found.length > 0) expect.fail(`leaked: ${found.join('; ')}`);
      }
    });
  }

  /**
   * A store that fails, each file in another way, and one that does not. A window has one practice org; here each step has
   * its own, so that its slots are empty.
   */
  async function store(document: vscode.TextDocument, file: Planted, turn: number): Promise<void> {
    const confirmed = { picks: ['Northwind Booking API'], confirms: true };
    const failing: [object, Misbehaviour?][] = [
      [confirmed, rejects],
      [confirmed, echoes],
      [confirmed, breaksOff],
      [{ picks: ['Northwind Payments'], confirms: true }],
      [{ picks: ['Northwind Payments'], confirms: true, presses: ['Enter All Values…'] }],
      [{ ...confirmed, confirms: false }],
    ];
    for (const [answers, misbehaves] of [...failing.slice(turn % 6, (turn % 6) + 1), [confirmed] as const]) {
      const practice = use(
        ownPractice(parts, (value) => watch.out.add('memento', value, addresses(document)), misbehaves),
      );
      if (!(await doFix(document, COMMANDS.storeAndReplace, answers))) return;
      await look(practice);
      await restore(document, file);
    }
  }

  async function replace(document: vscode.TextDocument, file: Planted, turn: number): Promise<void> {
    const answers = { picks: ['Northwind Booking API'], confirms: true };
    const ends = [COMMANDS.putLiteralBack, COMMANDS.discardPending, COMMANDS.storePending];
    for (const then of ends.slice(turn % 3, (turn % 3) + 1)) {
      const practice = use(ownPractice(parts, (value) => watch.out.add('memento', value, addresses(document))));
      durable(false);
      if (!(await doFix(document, COMMANDS.replaceWithReference, answers))) break;
      durable(true);
      await doFix(document, COMMANDS.replaceWithReference, answers);
      watch.mementos(document);
      await watch.look(document);
      await doFix(document, then, answers, then === COMMANDS.putLiteralBack ? 'may hold one' : 'must hold no marker');
      await look(practice);
      await restore(document, file);
    }
    // From the palette, where no finding says whether a reference is possible.
    use(ownPractice(parts, (value) => watch.out.add('memento', value, addresses(document))));
    author.answers(answers);
    await watch.during(async () => {
      await vscode.commands.executeCommand(COMMANDS.replaceWithReference);
    });
    for (const { id } of parts.pending.of(document.uri)) await parts.pending.remove(id);
    await restore(document, file);
  }

  /**
   * Every file is looked at in both hosts. Stored is one of each kind of place, each in another way that fails; every file in every
   * way is stored in `test/commands/leak.test.ts`, which needs no editor.
   * @returns which of the ways; `undefined` for a file that is not stored here
   */
  function turnOf({ place }: Planted): number | undefined {
    const at = STORED.indexOf(place);
    return at < 0 ? undefined : at + Number(isWebWorker()) * STORABLE;
  }

  /** Each host looks at every second file; the others are on disk, for the scan. */
  function isLookedAt(file: Planted, at: number): boolean {
    return turnOf(file) !== undefined || at % 2 === Number(isWebWorker());
  }

  async function explain(document: vscode.TextDocument): Promise<void> {
    await doFix(document, COMMANDS.explain, {});
  }

  /** Presses the first quick fix of a command in the document. @returns whether there is one */
  async function doFix(
    document: vscode.TextDocument,
    command: string,
    answers: object,
    edits: 'must hold no marker' | 'may hold one' = 'must hold no marker',
  ): Promise<boolean> {
    for (const { range } of diagnosticsOf(document.uri)) {
      const fixes = await quickFixes(document.uri, range);
      const fix = fixes.find((each) => each.command?.command === command);
      if (!fix) continue;
      author.answers(answers);
      await watch.during(() => press(fix), edits);
      return true;
    }
    return false;
  }

  /** What the practice org keeps and shows. */
  async function look({ host, secondPractice, stateFile }: OwnPractice): Promise<void> {
    const { org } = await host.running();
    await host.settled();
    const file = new TextDecoder().decode(await vscode.workspace.fs.readFile(stateFile));
    watch.out.add('file of the practice org', [file, atob(JSON.parse(file).made)]);
    watch.out.add('practice org', [org.snapshot(), org.log]);
    const page = new PracticePage(host, secondPractice);
    watch.out.add('page of the practice org', await page.provideTextDocumentContent());
    page.dispose();
  }

  async function restore(document: vscode.TextDocument, { text }: Planted): Promise<void> {
    if (document.getText() !== text) await setText(document, text);
    await parts.live.scanNow(document);
  }

  function use(practice: OwnPractice): OwnPractice {
    Object.assign(parts, { orgs: practice.orgs });
    return practice;
  }

  function durable(isDurable: boolean): void {
    Object.assign(parts.durable, { isDurable: async () => isDurable });
  }

  /** The author takes every name that is proposed, and enters values where values are asked for. */
  function acceptProposals(): void {
    Object.assign(parts.ui, {
      input: async (options: vscode.InputBoxOptions) => {
        watch.out.add('input box', options);
        return options.password ? markers.add('a value that was entered', tokenMarker()) : options.value;
      },
    });
  }

  function addresses({ uri }: vscode.TextDocument): string[] {
    return [uri.toString()];
  }
});
