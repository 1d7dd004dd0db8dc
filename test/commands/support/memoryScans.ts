import type { CommandName } from '../../../src/commands/commandIds.ts';
import type { Findings, Scanner, Team, WorkspaceScan } from '../../../src/commands/ports/scans.ts';
import { remediesFor, silencingsFor } from '../../../src/commands/quickFixes.ts';
import type { Finding, Rule } from '../../../src/engine/detect/contract/index.ts';
import type { Detected, ShownNames } from '../../../src/engine/detect/index.ts';
import { withKnownIds } from '../../../src/engine/detect/index.ts';
import { tolerantYaml } from '../../../src/engine/languages/yaml/yamlTolerant.ts';
import { customPatterns } from '../../../src/engine/suppression/customPatterns.ts';
import {
  commentSyntaxOf,
  type LoadedTeam,
  loadTeam,
  rememberedFingerprints,
  silence,
  TEAM_FILE,
} from '../../../src/engine/suppression/index.ts';
import type { GitState } from '../../../src/genesys/gitState.ts';
import { isScannedName } from '../../../src/genesys/kinds/index.ts';
import type { Remedy } from '../../../src/genesys/remedies/index.ts';
import { DocumentScanner, FileRemedies, findingOf, markedText, reportedOf } from '../../../src/genesys/scanning.ts';
import { RULE_DOCS } from '../../../src/messages/rules.ts';
import type { Hear } from './hear.ts';
import type { MemoryWorkspace } from './memoryWorkspace.ts';

/** A finding as an editor keeps it. */
export interface StoredFinding extends Finding {
  readonly id: string;
  readonly remedy?: Remedy;
}

interface Remaining {
  readonly kept: readonly Detected[];
  readonly notices: readonly Finding[];
  readonly silenced: number;
  readonly names: ShownNames;
}

const RULES: ReadonlySet<string> = new Set(Object.keys(RULE_DOCS));
const TODAY = '2026-01-02';
const FINGERPRINT = rememberedFingerprints(crypto.subtle, (bytes) => crypto.getRandomValues(bytes));

/** Scans of a workspace in memory, with what its comments and its team file silence, as the editor shows them. */
export class MemoryScans {
  /** What git does with every file. */
  gitState: GitState = 'unknown';
  readonly #workspace: MemoryWorkspace;
  readonly #hear: Hear;
  readonly #findings = new Map<string, readonly StoredFinding[]>();
  #team: { readonly text: string; readonly loaded: Promise<LoadedTeam> } | undefined;

  constructor(workspace: MemoryWorkspace, hear: Hear) {
    this.#workspace = workspace;
    this.#hear = hear;
  }

  readonly scanner: Scanner = {
    scan: async (name, text, rules = []) => scanOf(name, text, rules),
    shown: async (uri, text) => (await this.#remaining(uri, text)).kept,
    marked: async (uri, text) => markedText(text, scanOf(nameOf(uri), text, await this.team.rulesFor(uri)).detections),
  };

  readonly findings: Findings = {
    of: (uri) => this.of(uri),
    scanNow: async (uri) => {
      const text = this.#workspace.documents.textOf(uri) ?? (await this.#workspace.files.read(uri)) ?? '';
      await this.#look(uri, text);
    },
  };

  readonly team: Team = {
    rulesFor: async () => (await this.#loadedTeam())?.rules ?? [],
    reload: () => {
      this.#team = undefined;
    },
  };

  readonly workspaceScan: WorkspaceScan = {
    run: async (_signal, progress) => {
      const { files } = this.#workspace;
      const all = await files.all(isScannedName);
      let [findings, withFindings, silenced] = [0, 0, 0];
      for (const [i, { uri }] of all.entries()) {
        silenced += await this.#look(uri, (await files.read(uri)) ?? '');
        const found = this.of(uri).length;
        findings += found;
        withFindings += Number(found > 0);
        progress(i + 1, all.length);
      }
      return { files: all.length, withFindings, findings, silenced, unreadable: 0, unseen: [], links: [] };
    },
    completed: async () => {},
  };

  of(uri: string): readonly StoredFinding[] {
    return this.#findings.get(uri) ?? [];
  }

  /** The arguments of the first quick fix of a command in a document; `undefined` where none is offered. */
  fix(uri: string, command: CommandName): readonly unknown[] | undefined {
    for (const finding of this.of(uri)) {
      const fix = [...remediesFor(finding), ...silencingsFor(finding)].find((each) => each.command === command);
      if (fix) return fix.explains === undefined ? [uri, finding.id] : [fix.explains];
    }
    return undefined;
  }

  /** @returns how many findings are silenced */
  async #look(uri: string, text: string): Promise<number> {
    const { kept, notices, silenced, names } = await this.#remaining(uri, text);
    const remedies = new FileRemedies({ name: nameOf(uri), text });
    const findings = [
      ...kept.map((detection) => {
        const remedy = remedies.of(detection);
        return { ...findingOf(detection, names), id: newId(), ...(remedy && { remedy }) };
      }),
      ...notices.map((notice) => ({ ...notice, id: newId() })),
    ];
    for (const finding of findings) this.#hear('finding', finding);
    this.#findings.set(uri, withKnownIds(findings, this.of(uri)));
    return silenced;
  }

  async #remaining(uri: string, text: string): Promise<Remaining> {
    const team = await this.#loadedTeam();
    const scan = scanOf(nameOf(uri), text, team?.rules ?? []);
    return reportedOf(scan, {
      stateOf: async () => this.gitState,
      silence: async (detections) => {
        const path = this.#workspace.workspace.pathInFolder(uri);
        const file = { text, syntax: commentSyntaxOf(uri), path, detections };
        const options = { today: TODAY, rules: RULES, ...(team && { team: team.team }) };
        const { kept, silenced, notices } = await silence(file, options);
        return { kept, notices, silenced: silenced.length };
      },
    });
  }

  async #loadedTeam(): Promise<LoadedTeam | undefined> {
    const { files, workspace } = this.#workspace;
    const [folder] = workspace.folders;
    const text = folder && (await files.textOf(files.join(folder.uri, TEAM_FILE)));
    if (text === undefined) return undefined;
    if (this.#team?.text !== text) {
      const ports = { fingerprint: FINGERPRINT, patterns: async () => customPatterns };
      this.#team = { text, loaded: loadTeam(text, { today: TODAY, rules: RULES }, ports) };
    }
    return this.#team.loaded;
  }
}

function scanOf(name: string, text: string, rules: readonly Rule[]): ReturnType<DocumentScanner['scan']> {
  const scanner = new DocumentScanner();
  const scan = scanner.scan({ name, text }, { rules });
  return scan.needsTolerantYaml ? scanner.scan({ name, text }, { rules, tolerantYaml }) : scan;
}

function nameOf(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}

function newId(): string {
  return crypto.randomUUID();
}
