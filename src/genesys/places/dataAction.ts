import type { Literal, Owner } from '../../engine/detect/literal.ts';
import { childOf, type MapNode, type SourceNode, textOf } from '../../engine/parse/node.ts';
import { type KeyPath, keyPath } from '../../engine/text/keyPath.ts';
import { schemaLiterals } from './contract.ts';
import { insideOutput, jsonFragmentLiterals } from './embedded.ts';
import { eachEntry, type ReadEntry } from './entries.ts';
import { headerLiterals, requestBodyLiterals, urlTemplateLiterals } from './requestTemplates.ts';

/** The literals of a Data Action, in both of its shapes (UI export and API body). */
export function dataActionLiterals(root: MapNode): readonly Literal[] {
  const owner = ownerOf(root);
  return eachEntry(root, undefined, ({ key, value }, path) => {
    if (key === 'config') return configLiterals(value, path, owner);
    if (key === 'contract') return schemaLiterals(value, path, owner);
    return otherLiterals(value, path, owner, key);
  });
}

function ownerOf(root: MapNode): Owner {
  const integrationType = textOf(childOf(root, 'integrationType'))?.text;
  const actionType = textOf(childOf(root, 'actionType'))?.text;
  const actionName = textOf(childOf(root, 'name'))?.text;
  return {
    document: 'data-action',
    ...(integrationType === undefined ? {} : { integrationType }),
    ...(actionType === undefined ? {} : { actionType }),
    ...(actionName === undefined ? {} : { actionName }),
  };
}

function configLiterals(config: SourceNode, at: KeyPath, owner: Owner): Literal[] {
  return eachEntry(config, at, ({ key, value }, path) => {
    if (key === 'request') return requestLiterals(value, path, owner);
    if (key === 'response') return responseLiterals(value, path, owner);
    return otherLiterals(value, path, owner, key);
  });
}

function requestLiterals(request: SourceNode, at: KeyPath, owner: Owner): Literal[] {
  return eachEntry(request, at, ({ key, value }, path) => {
    const text = textOf(value);
    if (key === 'requestUrlTemplate' && text) return urlTemplateLiterals(text, path, owner);
    if (key === 'requestTemplate' && text) return requestBodyLiterals(text, path, owner);
    if (key === 'headers') return eachEntry(value, path, (header, below) => oneHeader(header, below, owner));
    return otherLiterals(value, path, owner, key);
  });
}

/** A header; what stands in one whose value is no text is read like any other place. */
function oneHeader(header: ReadEntry, path: KeyPath, owner: Owner): Literal[] {
  const literals = headerLiterals(header, path, owner);
  return header.value.kind === 'scalar'
    ? literals
    : [...literals, ...otherLiterals(header.value, path, owner, header.key)];
}

function responseLiterals(response: SourceNode, at: KeyPath, owner: Owner): Literal[] {
  return eachEntry(response, at, ({ key, value }, path) => {
    const text = textOf(value);
    if (key === 'successTemplate' && text) return insideOutput(text, path, owner);
    if (key === 'translationMapDefaults') {
      return eachEntry(value, path, (entry, below) => {
        const fragment = textOf(entry.value);
        return fragment ? jsonFragmentLiterals(fragment, below, owner, entry.key) : [];
      });
    }
    return otherLiterals(value, path, owner, key);
  });
}

/** Any place without a meaning of its own: the name of the key still tells. */
function otherLiterals(node: SourceNode, at: KeyPath, owner: Owner, name: string): Literal[] {
  if (node.kind === 'scalar') {
    const role = PROSE_KEYS.has(name) ? 'text' : 'value';
    return [{ text: node.text, role, name, path: at, owner }];
  }
  if (node.kind === 'seq') return node.items.flatMap((item, i) => otherLiterals(item, keyPath(at, i), owner, name));
  return eachEntry(node, at, ({ key, value }, path) => otherLiterals(value, path, owner, key));
}

const PROSE_KEYS: ReadonlySet<string> = new Set(['name', 'category', 'description', 'notes']);
