import { DOCS_LINKS, ROTATE_LINKS } from './formats/index.ts';

/** Where to read about a kind of token and where to replace it. Either may be missing. */
export interface TokenLinks {
  /** The vendor's page. */
  readonly docs?: string;
  /** A page, or the way through the menus; the vendor's page where none is known. */
  readonly rotate?: string;
}

/**
 * The links for a token, by `provider kind` as findings name it. Only explanations need them, so nothing that scans
 * imports this file.
 */
export function tokenLinks(token: string): TokenLinks {
  const docs = linkIn(DOCS_LINKS, token);
  const rotate = linkIn(ROTATE_LINKS, token) ?? docs;
  return { ...(docs === undefined ? {} : { docs }), ...(rotate === undefined ? {} : { rotate }) };
}

/** The link whose key is the longest beginning of the name. */
function linkIn(links: Readonly<Record<string, string>>, token: string): string | undefined {
  const words = token.split(' ');
  for (let count = words.length; count > 0; count--) {
    const key = words.slice(0, count).join(' ');
    if (Object.hasOwn(links, key)) return links[key];
  }
  return undefined;
}
