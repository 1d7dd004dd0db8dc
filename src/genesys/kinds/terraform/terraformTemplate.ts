import type { Literal } from '../../../engine/detect/contract/index.ts';
import { hclTemplateCodec } from '../../../engine/languages/hcl/index.ts';
import { parseJsonText } from '../../../engine/languages/json/index.ts';
import { parseYaml } from '../../../engine/languages/yaml/yaml.ts';
import { documentText } from '../../../engine/text/index.ts';
import type { ParseResult } from '../../../engine/tree/index.ts';
import { recovered } from '../../places/index.ts';
import { CONTRACT, DATA_ACTION } from '../dataAction/index.ts';
import { documentsIn } from '../documents.ts';
import type { FileText, TextKind, TreeKind } from '../fileKind.ts';
import { ARCHITECT_FLOW } from '../flow/index.ts';
import { PossibleKinds } from '../possibleKinds.ts';

const NAME = /\.tftpl$/i;
const JSON_KINDS: readonly TreeKind[] = [DATA_ACTION, CONTRACT];
/** A directive that stands alone on its line, or a part of one. */
const DIRECTIVE = /%\{[^{}\r\n]*\}/g;

/** A template file of Terraform: what it makes is a Data Action or a flow, and is read as one around its interpolations. */
export const TERRAFORM_TEMPLATE: TextKind = {
  kind: 'terraform',
  is: (file) => NAME.test(file.name) && kindsOf(file).length > 0,
  literals: (file) => {
    const kinds = kindsOf(file);
    const { roots, problems } = read(file, kinds);
    return roots.flatMap((root) =>
      documentsIn(root, new PossibleKinds(inner(file), kinds), problems.length > 0).flatMap(({ root: map, kind }) => {
        const found = kind.literals(map);
        const literals = Array.from(problems.length > 0 ? recovered(found) : found);
        return kind === ARCHITECT_FLOW ? literals : literals.map(managed);
      }),
    );
  },
};

function kindsOf(file: FileText): readonly TreeKind[] {
  const kinds = /^\uFEFF?\s*[{[%$]/.test(file.text) ? JSON_KINDS : [ARCHITECT_FLOW];
  const found = kinds.filter((kind) => kind.mayBe(inner(file)));
  return found.length === 0 && ARCHITECT_FLOW.mayBe(file) ? [ARCHITECT_FLOW] : found;
}

function read({ text }: FileText, kinds: readonly TreeKind[]): ParseResult {
  if (kinds.includes(ARCHITECT_FLOW)) return parseYaml(text.replace(DIRECTIVE, (found) => ' '.repeat(found.length)));
  return parseJsonText(documentText(text).decode(hclTemplateCodec));
}

/** The file under the name of what it makes. */
function inner({ name, text }: FileText): FileText {
  return { name: name.replace(NAME, ''), text };
}

/** Terraform makes the action anew from the template: nothing is stored past it. */
function managed(literal: Literal): Literal {
  return { ...literal, owner: { ...literal.owner, document: 'terraform' } };
}
