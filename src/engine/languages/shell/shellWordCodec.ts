import { type Codec, type Decoded, RunBuilder } from '../../text/index.ts';

/** Whose rules a script is written by: what escapes a character, and how a variable looks. */
export type ShellDialect = 'posix' | 'powershell' | 'batch';

interface Rules {
  /** Makes the next character an ordinary one. */
  readonly escapes: string;
  /** Something that is filled in when the script runs, from a given place on. */
  readonly variable: RegExp;
  /** Whether single quotes enclose a text in which nothing is special. */
  readonly singleQuotes: boolean;
}

const RULES: Readonly<Record<ShellDialect, Rules>> = {
  posix: {
    escapes: '\\',
    variable:
      /\$\{\{[^{}\n]{0,200}\}\}|\$\{[^{}\n]{0,200}\}|\$\([^()\n]{0,500}\)|\$\$?[A-Za-z_]\w{0,100}|\$[\d@*#?!-]|`[^`\n]{0,500}`/y,
    singleQuotes: true,
  },
  powershell: {
    escapes: '`',
    variable: /\$\{\{[^{}\n]{0,200}\}\}|\$\{[^{}\n]{0,200}\}|\$\([^()\n]{0,500}\)|\$(?:env:)?[A-Za-z_]\w{0,100}/y,
    singleQuotes: true,
  },
  batch: { escapes: '^', variable: /%[A-Za-z_]\w{0,100}%|%%?~?\w|\$\{\{[^{}\n]{0,200}\}\}/y, singleQuotes: false },
};

/** A word of a command line with its quotes: what the program gets to see, with holes where variables stand. Read only. */
export function shellWordCodec(dialect: ShellDialect): Codec {
  return CODECS[dialect];
}

const CODECS: Readonly<Record<ShellDialect, Codec>> = {
  posix: codecOf('posix'),
  powershell: codecOf('powershell'),
  batch: codecOf('batch'),
};

function codecOf(dialect: ShellDialect): Codec {
  return { name: `shell-${dialect}`, decode: (raw) => decode(raw, RULES[dialect]), escape: () => undefined };
}

const PLAIN = /^[^"'\\`^$%]*$/;

function decode(raw: string, { escapes, variable, singleQuotes }: Rules): Decoded {
  if (PLAIN.test(raw)) return { text: raw };
  const out = new RunBuilder(raw);
  let quote = '';
  let from = 0;
  let at = 0;
  const skip = (to: number): void => {
    out.copy(from, at);
    from = to;
    at = to;
  };
  while (at < raw.length) {
    const char = raw.charAt(at);
    if (quote === "'") {
      if (char === quote) {
        quote = '';
        skip(at + 1);
      } else at++;
    } else if (char === '"' || (char === "'" && singleQuotes && quote === '')) {
      quote = quote === char ? '' : char;
      skip(at + 1);
    } else if (char === escapes && at + 1 < raw.length && isEscape(raw, at, quote, escapes)) {
      skip(at + 1);
      at++;
    } else {
      variable.lastIndex = at;
      const found = char === '$' || char === '%' || char === '`' ? variable.exec(raw) : null;
      if (found) {
        out.copy(from, at);
        from = at + found[0].length;
        out.hole(at, from);
        at = from;
      } else at++;
    }
  }
  out.copy(from, raw.length);
  return out.done();
}

/** Within double quotes only what would mean something else can be escaped. */
function isEscape(raw: string, at: number, quote: string, escapes: string): boolean {
  return quote === '' || escapes !== '\\' || '"\\$`'.includes(raw.charAt(at + 1));
}
