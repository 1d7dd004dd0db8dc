/** A template as a tree. What renders to nothing (comments, swallowed blanks) is gone. */
export type TemplateNode =
  | { readonly kind: 'text'; readonly text: string }
  | Reference
  | { readonly kind: 'set'; readonly target: Reference; readonly value: Expression }
  | { readonly kind: 'if'; readonly branches: readonly Branch[] }
  | { readonly kind: 'foreach'; readonly name: string; readonly list: Expression; readonly body: Template }
  | MacroDefinition
  | { readonly kind: 'define'; readonly name: string; readonly body: Template }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[]; readonly literal: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'stop' };

export type Template = readonly TemplateNode[];

/** `#if`, `#elseif`; `#else` has no condition. */
export interface Branch {
  readonly condition?: Expression;
  readonly body: Template;
}

/** `#macro(name $a $b)…#end`. */
export interface MacroDefinition {
  readonly kind: 'macro';
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: Template;
}

/** `$x.y`, `$!{x.y("a")}`, `${x|"other"}`. */
export interface Reference {
  readonly kind: 'reference';
  readonly root: string;
  readonly steps: readonly Step[];
  readonly silent: boolean;
  /** As it stands in the template, without what is in `before`: an undefined reference prints it. */
  readonly literal: string;
  /** Backslashes directly before it: an odd one makes it text. */
  readonly slashes: number;
  /** Signs that belong to it and mean nothing: the first `$` of `$$x`. */
  readonly before: string;
  readonly alternate?: Expression;
}

/** `.name`, `.name(…)`, `[…]`. */
export type Step =
  | { readonly kind: 'property'; readonly name: string }
  | { readonly kind: 'method'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'index'; readonly at: Expression };

export type Operator = '||' | '&&' | '==' | '!=' | '<' | '>' | '<=' | '>=' | '+' | '-' | '*' | '/' | '%';

export type Expression =
  | Reference
  | { readonly kind: 'string'; readonly text: string }
  /** A string with signs in it; `isCut` where its last character goes (1.7 adds one). */
  | { readonly kind: 'interpolated'; readonly body: Template; readonly isCut: boolean }
  | { readonly kind: 'number'; readonly value: number; readonly isDecimal: boolean }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'range'; readonly from: Expression; readonly to: Expression }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [Expression, Expression])[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'negative'; readonly of: Expression }
  | {
      readonly kind: 'operation';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
      /** What stands on each side, for a concatenation with something undefined. */
    };
