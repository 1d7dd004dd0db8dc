import { halves, type Marked } from '../marks.ts';
import { hclString, withUnicodeEscapes } from '../notations.ts';
import type { Place, Slot, Writing } from '../place.ts';

/** A block or argument with the value already written as an HCL expression. */
export type Block = (slot: Slot, expression: Marked) => Marked;

const REQUIRED = `terraform {
  required_version = ">= 1.3"
  required_providers {
    genesyscloud = {
      source  = "mypurecloud/genesyscloud"
      version = ">= 1.30.0"
    }
  }
}
`;

/** The ways HCL writes a text. */
export const FORMS: readonly (readonly [string, (value: Marked) => Marked])[] = [
  ['plain', hclString],
  ['\\u escapes', (value) => withUnicodeEscapes(hclString(value))],
  ['heredoc', (value) => `<<EOT\n${doubled(value)}\nEOT`],
  ['indented heredoc', (value) => `<<-EOT\n      ${doubled(value)}\n    EOT`],
  ['interpolation', (value) => `"\${${hclString(value)}}"`],
  ['conditional', (value) => `var.environment == "prod" ? ${hclString(value)} : ""`],
  ['function', (value) => `trimspace(${hclString(value)})`],
  ['concatenation', (value) => `join("", [${halves(value).map(hclString).join(', ')}])`],
];

/** A file that begins like any module, in all forms and with comments around. */
export function hcl(block: Block, name: string, forms = FORMS): readonly Writing[] {
  const text = (slot: Slot, expression: Marked): Marked => `${REQUIRED}\n${block(slot, expression)}\n`;
  return [
    ...forms.map(
      ([id, form]): Writing => ({
        id,
        ...(id === 'concatenation' ? { oneLine: true as const } : {}),
        write: (slot) => ({ name, text: text(slot, form(slot.value)) }),
      }),
    ),
    {
      id: 'comments around',
      write: (slot) => {
        const written = text(slot, hclString(slot.value));
        // Comments do not nest.
        const by = written.includes('/*') ? ' = ' : ' /* set by hand */ = ';
        return {
          name,
          text: written.replace(/ = (?=[^=]*$)/, by).replace(/^\n/m, '// see "README\n# it\'s old\n'),
        };
      },
    },
    {
      id: 'module file',
      write: (slot) => ({
        name,
        text: `locals {\n  tags = { owner = "it's" }\n}\n${block(slot, hclString(slot.value))}`,
      }),
    },
  ];
}

/** Where no function may stand. */
export const QUOTED = FORMS.filter(([id]) => id !== 'concatenation');

/** Signs that would begin an interpolation, doubled. */
export function doubled(text: Marked): Marked {
  return text.replace(/([$%])\{/g, '$1$1{');
}

export type Given = Pick<Place, 'fill' | 'spelling'> & Partial<Pick<Place, 'names' | 'isTemplate'>>;

/** A place in HCL, written in all of its forms. */
export function hclPlace(id: string, given: Given, block: Block, name = 'main.tf', forms = FORMS): Place {
  return { id, group: 'Terraform', syntax: 'hcl', ...given, writings: hcl(block, name, forms) };
}

/** One way only: what stands around the value is the same everywhere. */
export const ONE: typeof FORMS = [['plain', hclString]];

export const SNAKE = { fill: 'named', spelling: 'snake' } as const;
export const NAMED = { fill: 'named', spelling: 'ascii' } as const;
export const CLIENT_ID = '6e1e1a0f-2f3f-4a55-9d5a-0c8a4bb0a7d1';
