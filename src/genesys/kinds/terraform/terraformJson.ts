import { hasTemplateSigns, hclTemplateCodec, parseHclExpression } from '../../../engine/languages/hcl/index.ts';
import type { MappedText } from '../../../engine/text/index.ts';
import type { MapNode, ScalarNode, SourceNode } from '../../../engine/tree/index.ts';

/** The tree of a JSON text whose strings are HCL templates, as Terraform reads it; what holds no signs stays as it is. */
export function templatesRead(root: MapNode): MapNode {
  return {
    ...root,
    entries: root.entries.map(({ key, value }) => ({ key, value: value && nodeRead(value) })),
  };
}

function nodeRead(node: SourceNode): SourceNode {
  if (node.kind === 'map') return templatesRead(node);
  if (node.kind === 'seq') return { ...node, items: node.items.map(nodeRead) };
  return hasTemplateSigns(node.value) ? templateRead(node) : node;
}

/** A string that is one expression stands for it; a string with expressions in it is a text with holes. */
function templateRead(node: ScalarNode): SourceNode {
  const read = node.text.decode(hclTemplateCodec);
  const isExpression = node.value.startsWith('${') && read.length === 1 && read.hasHoles && node.value.includes('"');
  const expression = isExpression ? parseHclExpression(node.text.slice(2, node.text.length - 1)) : undefined;
  return expression ?? new TemplateScalar(node, read);
}

class TemplateScalar implements ScalarNode {
  readonly kind = 'scalar';
  readonly type: ScalarNode['type'];
  readonly start: number;
  readonly end: number;
  readonly text: MappedText;

  constructor({ type, start, end }: ScalarNode, text: MappedText) {
    this.type = type;
    this.start = start;
    this.end = end;
    this.text = text;
  }

  get value(): string {
    return this.text.text;
  }
}
