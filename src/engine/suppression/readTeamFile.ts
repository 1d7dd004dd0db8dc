import { GRAVEST, type Severity } from '../detect/contract/index.ts';
import { isCredentialWord, safeWords } from '../detect/index.ts';
import { parseYaml } from '../languages/yaml/yaml.ts';
import type { SourceNode } from '../tree/index.ts';
import { isDay, isOver } from './date.ts';
import { isFingerprint } from './fingerprint.ts';
import { notice } from './notices.ts';
import { canBeSilenced, TEAM_FILE_RULE } from './ownRules.ts';
import { type Fields, Shape } from './shape.ts';
import type {
  AllowedEntry,
  NameEntry,
  PathEntry,
  PatternEntry,
  RuleEntry,
  SeverityEntry,
  TeamFile,
} from './teamFile.ts';

export interface TeamFileOptions {
  /** `2027-01-31` */
  readonly today: string;
  /** Every rule there is. */
  readonly rules: ReadonlySet<string>;
}

/** The keys of a team file. */
export const TOP_KEYS = ['version', 'paths', 'rules', 'severities', 'names', 'patterns', 'allowed', 'salt'] as const;
export const NAME_KEYS: readonly string[] = ['credentials', 'harmless'];

/** The keys of an entry, by the list it stands in. */
export const ENTRY_KEYS: ReadonlyMap<string, readonly string[]> = new Map([
  ['paths', ['path', 'reason', 'until']],
  ['rules', ['rule', 'paths', 'reason', 'until']],
  ['severities', ['severity', 'reason', 'until']],
  ['names', ['name', 'reason', 'until']],
  ['patterns', ['id', 'title', 'pattern', 'severity']],
  ['allowed', ['rule', 'path', 'keyPath', 'fingerprint', 'reason', 'until']],
]);

/**
 * Reads a team file. What is wrong in it is reported in its place, and all the rest counts; of a file that is no YAML
 * nothing does, because half an entry could silence more than the whole. Never throws.
 */
export function readTeamFile(text: string, options: TeamFileOptions): TeamFile {
  const { roots, problems } = parseYaml(text);
  const [problem] = problems;
  if (!problem) return new TeamFileReader(options).read(roots[0]);
  const start = Math.min(problem.offset, text.length);
  const told = notice(TEAM_FILE_RULE, { start, end: text.length }, 'finding.teamFile.notYaml', [], 'error');
  return { ...new TeamFileReader(options).read(undefined), problems: [told], isBroken: true };
}

class TeamFileReader {
  readonly #options: TeamFileOptions;
  readonly #shape = new Shape();
  #salt: string | undefined;

  constructor(options: TeamFileOptions) {
    this.#options = options;
  }

  read(root: SourceNode | undefined): TeamFile {
    const top = this.#shape.fields(root, 'genesys-secrets.yaml', TOP_KEYS);
    const at = (key: (typeof TOP_KEYS)[number]): SourceNode | undefined => top?.values.get(key);
    this.#version(at('version'), root);
    this.#salt = this.#shape.text(at('salt'), 'salt');
    const names = this.#shape.fields(at('names'), 'names', NAME_KEYS);
    return {
      salt: this.#salt,
      paths: this.#each(at('paths'), 'paths', (node) => this.#path(node)),
      rules: this.#each(at('rules'), 'rules', (node) => this.#rule(node)),
      severities: this.#severities(at('severities')),
      credentialNames: this.#each(names?.values.get('credentials'), 'credentials', (node) =>
        this.#shape.text(node, 'credentials'),
      ),
      harmlessNames: this.#each(names?.values.get('harmless'), 'harmless', (node) => this.#name(node)),
      patterns: this.#each(at('patterns'), 'patterns', (node) => this.#pattern(node)),
      allowed: this.#each(at('allowed'), 'allowed', (node) => this.#allowed(node)),
      problems: this.#shape.problems,
      isBroken: false,
    };
  }

  #version(node: SourceNode | undefined, root: SourceNode | undefined): void {
    if (node?.kind === 'scalar' && node.value === '1') return;
    const first = root?.kind === 'map' ? root.entries[0]?.key : undefined;
    const at = node ?? first;
    if (at) this.#shape.say(at, 'finding.teamFile.badVersion');
  }

  #each<Item>(node: SourceNode | undefined, name: string, read: (node: SourceNode) => Item | undefined): Item[] {
    return this.#shape.items(node, name).flatMap((item) => read(item) ?? []);
  }

  /** A glob alone, or with a reason and a day. */
  #path(node: SourceNode): PathEntry | undefined {
    return this.#named(node, 'path', (path, rest) => ({ ...rest, path }));
  }

  #name(node: SourceNode): NameEntry | undefined {
    return this.#named(node, 'name', (name, rest) => ({ ...rest, name }));
  }

  #named<Item>(node: SourceNode, key: string, make: (value: string, rest: Rest) => Item): Item | undefined {
    if (node.kind === 'scalar') {
      const value = this.#shape.text(node, key);
      return value === undefined ? undefined : make(value, { span: spanOf(node), reason: '' });
    }
    const fields = this.#shape.entry(node, key, [key, 'reason', 'until']);
    const value = fields && this.#shape.needed(fields, key);
    const rest = fields && this.#rest(fields, 'may give a reason');
    return value === undefined || !rest ? undefined : make(value, rest);
  }

  #entry(node: SourceNode, list: 'rules' | 'severities' | 'patterns' | 'allowed'): Fields | undefined {
    return this.#shape.entry(node, list, ENTRY_KEYS.get(list) ?? []);
  }

  #rule(node: SourceNode): RuleEntry | undefined {
    const fields = this.#entry(node, 'rules');
    if (!fields) return undefined;
    const rule = this.#ruleId(fields);
    const rest = this.#rest(fields, 'may give a reason');
    const listed = fields.values.get('paths');
    const paths = this.#each(listed, 'paths', (item) => this.#shape.text(item, 'paths'));
    if (rule === undefined || !rest || (listed && paths.length === 0)) return undefined;
    return { ...rest, rule, ...(listed ? { paths } : {}) };
  }

  #severities(node: SourceNode | undefined): SeverityEntry[] {
    const known = [...this.#options.rules].filter(canBeSilenced);
    const values = this.#shape.fields(node, 'severities', known)?.values ?? [];
    return [...values].flatMap(([rule, value]) => (value && this.#weight(rule, value)) ?? []);
  }

  /** A severity alone, or with a reason and a day. What lowers findings has to say why. */
  #weight(rule: string, node: SourceNode): SeverityEntry | undefined {
    const isAlone = node.kind === 'scalar';
    const fields = isAlone ? undefined : this.#entry(node, 'severities');
    const named = isAlone ? node : fields?.values.get('severity');
    if (fields && !named) return this.#shape.say(node, 'finding.teamFile.missing', ['severity']);
    const severity = named && this.#severity(named, isAlone ? rule : 'severity');
    const rest = fields ? this.#rest(fields, 'may give a reason') : { span: spanOf(node), reason: '' };
    if (!severity || !rest) return undefined;
    if (severity !== GRAVEST && rest.reason === '') this.#shape.say(node, 'finding.teamFile.lowers');
    return { ...rest, rule, severity };
  }

  #severity(node: SourceNode, name: string): Severity | undefined {
    const text = this.#shape.text(node, name);
    const severity = SEVERITIES.find((each) => each === text);
    return text === undefined || severity ? severity : this.#shape.say(node, 'finding.teamFile.badSeverity');
  }

  #pattern(node: SourceNode): PatternEntry | undefined {
    const fields = this.#entry(node, 'patterns');
    if (!fields) return undefined;
    const id = this.#shape.needed(fields, 'id');
    const pattern = this.#shape.needed(fields, 'pattern');
    const title = this.#safe(fields, 'title');
    const severity = fields.values.get('severity');
    if (id === undefined || pattern === undefined || title === 'credential') return undefined;
    if (!PATTERN_ID.test(id)) return this.#shape.say(fields.node, 'finding.teamFile.badId', [id]);
    const weight = (severity && this.#severity(severity, 'severity')) ?? 'error';
    return { span: spanOf(node), id, title: safeWords([title.text ?? id])[0] ?? id, pattern, severity: weight };
  }

  #allowed(node: SourceNode): AllowedEntry | undefined {
    const fields = this.#entry(node, 'allowed');
    if (!fields) return undefined;
    const rule = this.#ruleId(fields);
    const path = this.#shape.needed(fields, 'path');
    const rest = this.#rest(fields, 'has to give a reason');
    const keyPath = this.#keyPath(fields);
    const fingerprint = this.#fingerprint(fields);
    if (rule === undefined || path === undefined || !rest || !fingerprint) return undefined;
    if (keyPath === undefined && fingerprint.text === undefined)
      return this.#shape.say(node, 'finding.teamFile.missing', ['keyPath']);
    return {
      ...rest,
      rule,
      path,
      ...(keyPath === undefined ? {} : { keyPath }),
      ...(fingerprint.text === undefined ? {} : { fingerprint: fingerprint.text }),
    };
  }

  /** Empty for a finding that stands in no tree. */
  #keyPath(fields: Fields): string | undefined {
    const node = fields.values.get('keyPath');
    return node?.kind === 'scalar' && node.value === '' && node.type === 'string'
      ? ''
      : this.#shape.text(node, 'keyPath');
  }

  /** @returns nothing where one stands there that cannot be compared */
  #fingerprint(fields: Fields): { readonly text: string | undefined } | undefined {
    const node = fields.values.get('fingerprint');
    const text = this.#shape.text(node, 'fingerprint');
    if (text === undefined || (isFingerprint(text) && this.#salt !== undefined)) return { text };
    const problem = isFingerprint(text) ? 'noSalt' : 'badFingerprint';
    return this.#shape.say(node ?? fields.node, `finding.teamFile.${problem}`);
  }

  #ruleId(fields: Fields): string | undefined {
    const rule = this.#shape.needed(fields, 'rule');
    if (rule === undefined || (this.#options.rules.has(rule) && canBeSilenced(rule))) return rule;
    return this.#shape.say(fields.values.get('rule') ?? fields.node, 'finding.teamFile.unknownRule', [rule]);
  }

  /** What every entry can have. `undefined` where it does not count. */
  #rest(fields: Fields, kind: 'has to give a reason' | 'may give a reason'): Rest | undefined {
    const reason = this.#safe(fields, 'reason');
    const node = fields.values.get('until');
    const until = this.#shape.text(node, 'until');
    if (reason === 'credential') return undefined;
    if (kind === 'has to give a reason' && reason.text === undefined)
      return this.#shape.say(fields.node, 'finding.teamFile.missing', ['reason']);
    const day = node ?? fields.node;
    if (until !== undefined && !isDay(until)) return this.#shape.say(day, 'finding.teamFile.badDay', [until]);
    if (until !== undefined && isOver(until, this.#options.today))
      return this.#shape.say(day, 'finding.teamFile.over', [until]);
    return { span: spanOf(fields.node), reason: reason.text ?? '', ...(until === undefined ? {} : { until }) };
  }

  /** A text that is shown, so it must not quote a credential. */
  #safe(fields: Fields, key: string): { readonly text: string | undefined } | 'credential' {
    const text = this.#shape.textOf(fields, key);
    if (text === undefined || !isCredentialWord(text)) return { text };
    this.#shape.say(fields.values.get(key) ?? fields.node, 'finding.teamFile.credential', [key]);
    return 'credential';
  }
}

type Rest = Pick<AllowedEntry, 'span' | 'reason' | 'until'>;

/** From the gravest on. */
export const SEVERITIES: readonly Severity[] = [GRAVEST, 'warning', 'information', 'hint'];
const PATTERN_ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

function spanOf({ start, end }: SourceNode): { readonly start: number; readonly end: number } {
  return { start, end };
}
