import type { Literal, Owner, Role } from '../../../engine/detect/contract/index.ts';
import { CONDITION, HclCall } from '../../../engine/languages/hcl/index.ts';
import { type KeyPath, keyPath } from '../../../engine/text/index.ts';
import type { MapNode, ScalarNode, SourceNode } from '../../../engine/tree/index.ts';
import { addWithEmbedded } from '../../places/index.ts';
import { commandOptions } from './terraformCommand.ts';

/** What the values below a node are for: carried down until a name says otherwise. */
export interface Place {
  readonly role: Role;
  readonly name?: string;
}

/** Arguments that are prose, or that say where code comes from: only what is a credential by its own shape counts there. */
const PROSE: ReadonlySet<string> = new Set([
  'category',
  'comment',
  'condition',
  'depends_on',
  'description',
  'display_name',
  'error_message',
  'filepath',
  'integration_type',
  'name',
  'notes',
  'provider',
  'request_type',
  'required_version',
  'source',
  'title',
  'type',
  'version',
]);

/** Names of what is computed from other things, or only points to one: drawn by a machine, and no credential. */
const COMPUTED =
  /(?:^|_)(?:hash|sha_?(?:1|256|384|512)?|md5|etag|checksum|digest|(?:finger|thumb)print\w{0,40}|(?:s3|object|partition|sort|range|hash|pgp|gpg|public)_key\w{0,40}|version_id)$/i;

/** How a value is written, not what it is: the name is that of what stands around. */
const WRAPPERS: ReadonlySet<string> = new Set(['value', 'instance', 'default_value', 'string_value']);

/** An object in a text, which is looked into field by field, or a whole file. */
const MANY_VALUES = /^\s*[{[]|\S[^\S\n]*\n\s*\S/;

/** Longer names are not names. */
export const LONGEST_NAME = 120;

/** Shorter numbers are counts, ports and seconds. */
const SHORTEST_NUMBER = 6;

/** Names of a credential's fields that come beside the secret one. */
const CONTEXT =
  /(?:^|_)(?:user|login|id|(?:client|tenant|org|app|application|account|user|key|project)_?(?:id|name)|url|uri|host|hostname|server|domain|realm|region|scopes?|account|e?mail|(?:grant_?|content_?)?type|environment|env|name|version|audience|issuer|arn|port|path|endpoint|method|algorithm|hash|etag|checksum|digest|fingerprint|locale|language|currency|time_?zone|timeout|date|address)$/i;

/** Gathers literals from the arguments of blocks, whatever their type. */
export class TerraformValues {
  literals: Literal[] = [];
  readonly #owner: Owner;

  constructor(owner: Owner) {
    this.#owner = owner;
  }

  /** What was gathered since the last time: a block at a time, so that not all of a file's are held at once. */
  taken(): readonly Literal[] {
    const { literals } = this;
    this.literals = [];
    return literals;
  }

  /** Every value below a node. */
  visit(node: SourceNode, path: KeyPath | undefined, place: Place): void {
    if (node.kind === 'scalar') this.#scalar(node, path, place);
    else if (node.kind === 'map') this.visitMap(node, path, place);
    else if (node instanceof HclCall) this.#call(node, path, place);
    else node.items.forEach((item, i) => this.visit(item, keyPath(path, i), place));
  }

  /** Every value of a map under its own name; one that is named by its neighbour under that. */
  visitMap(map: MapNode, path: KeyPath | undefined, place: Place): void {
    const sibling = nameBeside(map);
    const named: Place | undefined = sibling === undefined ? undefined : { role: 'attribute', name: sibling };
    for (const { key, value } of map.entries) {
      if (!value) continue;
      const name = key.value;
      this.visit(value, keyPath(path, name), named && name === 'value' ? named : placeOf(name, place));
    }
  }

  /** The fields of a credential: credentials by their place, unless their names say what else they are. */
  visitFields(fields: SourceNode, path: KeyPath): void {
    this.visit(fields, path, { role: 'credential-field', name: String(path.segment) });
  }

  add(literal: Literal): void {
    addWithEmbedded(literal, this.literals);
  }

  #scalar(node: ScalarNode, path: KeyPath | undefined, { role, name }: Place): void {
    if (node.type === 'other' && !isLongNumber(node)) return;
    const { text } = node;
    const isWhole = role !== 'credential-field' || !MANY_VALUES.test(text.text);
    const common = { text, path, owner: this.#owner, role: isWhole ? role : 'attribute' } as const;
    const literal: Literal = name === undefined ? common : { ...common, name };
    this.add(literal);
    if (name === 'command' || name === 'script') for (const option of commandOptions(literal)) this.add(option);
  }

  #call(call: HclCall, path: KeyPath | undefined, place: Place): void {
    const isBase64 = call.callee.includes('base64encode');
    const inside: Place =
      call.callee === CONDITION
        ? { role: 'comparison' }
        : isBase64 && place.role !== 'credential-field'
          ? { role: 'macro-argument', name: call.callee }
          : place;
    for (const item of call.items) this.visit(item, path, inside);
    // A password that is encoded alone is one by the name of the argument.
    if (isBase64 && inside !== place) for (const item of call.items) this.visit(item, path, place);
  }
}

/** Whether a name beside a credential says that its value is none. */
function isContextName(name: string): boolean {
  return name.length <= LONGEST_NAME && CONTEXT.test(name.replace(/([a-z0-9])([A-Z])/g, '$1_$2'));
}

function placeOf(name: string, around: Place): Place {
  if (name === '' || (WRAPPERS.has(name) && around.name !== undefined)) return around;
  if (name === '//') return { role: 'comment' };
  if (around.role === 'credential-field') return { role: isContextName(name) ? 'attribute' : 'credential-field', name };
  return PROSE.has(name) ? { role: 'text', name } : namedPlace('attribute', name);
}

/** A place whose name tells, unless it is that of something computed. */
export function namedPlace(role: Role, name: string): Place {
  return { role: name.length <= LONGEST_NAME && COMPUTED.test(name) ? 'text' : role, name };
}

/** The place of a value that its author or provider calls sensitive. */
export function sensitivePlace(name: string): Place {
  return { role: isContextName(name) ? 'attribute' : 'credential-field', name };
}

/** `{ name = "X", value = "…" }`: the name of the value. */
function nameBeside(map: MapNode): string | undefined {
  if (!map.entries.some(({ key }) => key.value === 'value')) return undefined;
  for (const { key, value } of map.entries) {
    if ((key.value === 'name' || key.value === 'key') && value?.kind === 'scalar') return value.value;
  }
  return undefined;
}

function isLongNumber({ value }: ScalarNode): boolean {
  const code = value.charCodeAt(0);
  return value.length >= SHORTEST_NUMBER && code >= 48 && code <= 57;
}
