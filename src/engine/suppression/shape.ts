import type { MessageId } from '../../base/messageIds.ts';
import type { Span } from '../../base/span.ts';
import type { Finding } from '../detect/contract/index.ts';
import type { MapNode, SourceNode } from '../tree/index.ts';
import { notice } from './notices.ts';
import { TEAM_FILE_RULE } from './ownRules.ts';

/** Reads the values of a tree, each with one clear sentence where it is not what it should be. */
export class Shape {
  readonly problems: Finding[] = [];

  say(span: Span, message: MessageId, words: readonly string[] = []): undefined {
    this.problems.push(notice(TEAM_FILE_RULE, span, message, words));
  }

  /**
   * The values of a map by key; a key it does not know is reported.
   * @param name how the map is called
   */
  fields(node: SourceNode | undefined, name: string, keys: readonly string[]): Fields | undefined {
    if (isNothing(node)) return undefined;
    if (node.kind !== 'map') return this.say(node, 'finding.teamFile.notMap', [name]);
    const values = new Map<string, SourceNode | undefined>();
    for (const { key, value } of node.entries) {
      if (!keys.includes(key.value)) this.say(key, 'finding.teamFile.unknownKey', [key.value, keys.join(', ')]);
      else if (values.has(key.value)) this.say(key, 'finding.teamFile.twice', [key.value]);
      else values.set(key.value, value);
    }
    return { node, values };
  }

  /** An entry of a list. One with a key that is not known does not count: it may say more than is understood. */
  entry(node: SourceNode, name: string, keys: readonly string[]): Fields | undefined {
    const fields = this.fields(node, name, keys);
    const isKnown = fields?.node.entries.every(({ key }) => keys.includes(key.value));
    return isKnown ? fields : undefined;
  }

  /** The items of a list; none where nothing stands there. */
  items(node: SourceNode | undefined, name: string): readonly SourceNode[] {
    if (isNothing(node)) return [];
    if (node.kind === 'seq') return node.items;
    this.say(node, 'finding.teamFile.notList', [name]);
    return [];
  }

  /** A text; `undefined` where none stands there, which is reported where something else does. */
  text(node: SourceNode | undefined, name: string): string | undefined {
    if (isNothing(node)) return undefined;
    if (node.kind === 'scalar' && node.value.trim() !== '') return node.value;
    return this.say(node, 'finding.teamFile.notText', [name]);
  }

  textOf(fields: Fields, key: string): string | undefined {
    return this.text(fields.values.get(key), key);
  }

  /** A text that has to be there. */
  needed(fields: Fields, key: string): string | undefined {
    const node = fields.values.get(key);
    return isNothing(node) ? this.say(fields.node, 'finding.teamFile.missing', [key]) : this.text(node, key);
  }
}

/** A map with its values by key. */
export interface Fields {
  readonly node: MapNode;
  readonly values: ReadonlyMap<string, SourceNode | undefined>;
}

/** Nothing is typed, or that nothing is there. */
function isNothing(node: SourceNode | undefined): node is undefined {
  return node === undefined || isNull(node);
}

/** Whether a value says that nothing is there. */
export function isNull(node: SourceNode): boolean {
  return node.kind === 'scalar' && node.type === 'other' && NULL.test(node.value);
}

const NULL = /^(?:|~|null)$/i;
