import * as vscode from 'vscode';
import type { Finding, Rule } from '../../engine/detect/contract/index.ts';
import type { Detected } from '../../engine/detect/index.ts';
import { type LoadedTeam, mayHoldDirectives, type Silencing, TEAM_FILE } from '../../engine/suppression/index.ts';
import { RULE_DOCS } from '../../messages/rules.ts';
import type { Chunks } from '../chunks.ts';
import { pathInFolder, TeamFiles, teamFolderOf } from './teamFiles.ts';

/** What is left of a document's detections. */
export interface Remaining {
  readonly kept: readonly Detected[];
  /** What is reported about silencing itself. */
  readonly notices: readonly Finding[];
  /** How many were taken away. */
  readonly silenced: number;
}

type Config = Awaited<ReturnType<Chunks['silencing']>>;

const RULES: ReadonlySet<string> = new Set(Object.keys(RULE_DOCS));

/**
 * Takes away what comments and the team file silence. In a workspace that is not trusted that is nothing at all: neither
 * is its team file read, nor do its comments count.
 */
export class Silencer implements vscode.Disposable {
  readonly #chunks: Chunks;
  readonly #teams: TeamFiles;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #completed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: vscode.Disposable[];
  /** Which entries were of use since their file was read. */
  readonly #used = new WeakSet<Silencing>();
  /** Teams for which every file of the workspace was scanned. */
  readonly #complete = new WeakSet<LoadedTeam>();
  #fingerprint: ReturnType<Config['rememberedFingerprints']> | undefined;
  #day = '';

  /** Everything has to be scanned again. */
  readonly onDidChange = this.#changed.event;
  /** It is known now which entries of a team file nothing fits. */
  readonly onDidComplete = this.#completed.event;

  constructor(chunks: Chunks) {
    this.#chunks = chunks;
    this.#teams = new TeamFiles((text, before) => this.#load(text, before));
    this.#subscriptions = [
      this.#teams,
      this.#teams.onDidChange(() => this.#changed.fire()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#teams.changed()),
    ];
  }

  /** What the team looks for besides. */
  async rulesFor(uri: vscode.Uri): Promise<readonly Rule[]> {
    return (await this.#teamOf(uri))?.rules ?? [];
  }

  async silence(uri: vscode.Uri, text: string, detections: readonly Detected[]): Promise<Remaining> {
    const loaded = await this.#teamOf(uri);
    const comments = vscode.workspace.isTrusted && mayHoldDirectives(text);
    const config = loaded || comments ? await this.#config() : undefined;
    if (!config) return { kept: detections, notices: [], silenced: 0 };
    const path = pathInFolder(uri);
    const syntax = config.commentSyntaxOf(uri.path);
    const options = { today: this.#today(config), rules: RULES, ...(loaded ? { team: loaded.team } : {}) };
    const { kept, silenced, lowered, notices } = await config.silence({ text, syntax, path, detections }, options);
    for (const { by } of [...silenced, ...lowered]) for (const each of by) this.#used.add(each);
    const own = teamFolderOf(uri) && loaded ? this.#aboutTeam(loaded, config) : [];
    return { kept, notices: [...notices, ...own], silenced: silenced.length };
  }

  /** Every file of the workspace was scanned: from now on it is known which entries nothing fits. */
  async completed(): Promise<void> {
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const uri = vscode.Uri.joinPath(folder.uri, TEAM_FILE);
      const loaded = await this.#teamOf(uri);
      if (!loaded) continue;
      this.#complete.add(loaded);
      this.#completed.fire(uri);
    }
  }

  /** Reads the team files again at once. */
  reload(): void {
    this.#teams.changed();
  }

  dispose(): void {
    this.#changed.dispose();
    this.#completed.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #aboutTeam(loaded: LoadedTeam, { notice, TEAM_FILE_RULE }: Config): Finding[] {
    const { problems, team } = loaded;
    const unused = this.#complete.has(loaded) ? team.entries.filter((entry) => !this.#used.has(entry)) : [];
    return [
      ...problems,
      ...unused.map(({ span }) => notice(TEAM_FILE_RULE, span, 'finding.teamFile.unused', [], 'hint')),
    ];
  }

  /** A part that cannot be loaded silences nothing, and leaves the findings. */
  async #teamOf(uri: vscode.Uri): Promise<LoadedTeam | undefined> {
    if (!vscode.workspace.isTrusted) return undefined;
    return this.#teams.of(uri).catch(() => undefined);
  }

  async #config(): Promise<Config | undefined> {
    return this.#chunks.silencing().catch(() => undefined);
  }

  async #load(text: string, before: LoadedTeam | undefined): Promise<LoadedTeam> {
    const config = await this.#chunks.silencing();
    this.#fingerprint ??= config.rememberedFingerprints(crypto.subtle, (bytes) => crypto.getRandomValues(bytes));
    const ports = {
      fingerprint: this.#fingerprint,
      patterns: async () => (await this.#chunks.patterns()).customPatterns,
    };
    const loaded = await config.loadTeam(text, { today: this.#today(config), rules: RULES }, ports);
    return loaded.isBroken && before ? { ...before, problems: loaded.problems } : loaded;
  }

  /** On another day other entries count. */
  #today({ dayOf }: Config): string {
    const today = dayOf(new Date());
    const before = this.#day;
    this.#day = today;
    if (before !== '' && before !== today) this.#teams.changed();
    return today;
  }
}
