/** Gives the next value: a password that a person chose, or one that a service drew. */
export interface Values {
  chosen(): string;
  /** One for a comment or a sentence: does not itself read `name: value`. */
  spoken(): string;
  drawn(): string;
  /** Which of several notations a part is written in: any whole number. */
  readonly turn: number;
}

export const json = JSON.stringify;
export const single = (text: string): string => `'${text.replaceAll("'", "''")}'`;
export const hcl = (text: string): string => json(text).replaceAll('${', '$${').replaceAll('%{', '%%{');
export const shell = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
export const double = (text: string): string => `"${text.replace(/[\\"$`]/g, '\\$&')}"`;
export const cell = (text: string): string => (/[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
export const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
export const url = encodeURIComponent;
