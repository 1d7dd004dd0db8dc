import { authResponseMembers, credentialReferences } from '../references.ts';

/** What is sent when a Data Action runs, as templates. */
export interface ActionRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One part of an action that an update can change. Headers by their name. */
export type RequestPlace = 'method' | 'url' | 'body' | 'response' | { readonly header: string };

export interface ActionUpdate {
  /** The org's request with references where its literals stand; everything else as the org has it. */
  readonly request: ActionRequest;
  /** The templates that change. */
  readonly changed: readonly RequestPlace[];
  /** Templates of the file with references whose counterpart in the org is not the same but for the literals. */
  readonly different: readonly RequestPlace[];
  /** The org's request as it may be shown: without what the references replace. */
  readonly shown: ActionRequest;
}

/** Stands in a shown text where a literal is. */
export const HIDDEN_LITERAL = '[hidden]';

/** A reference, or the call of a macro around references. Calls nest one deep, as the fixes of this product write them. */
const DYNAMIC =
  /\$[\w.]{1,60}\((?:[^()]|\([^()]{0,2000}\)){0,2000}\)|\$!?\{?(?:credentials|authResponse)\.[A-Za-z]\w{0,255}\}?/g;
const REFERS = /\b(?:credentials|authResponse)\./;

/**
 * Brings the references of a file into the org's version of its action: each template that is the file's but for the
 * literals becomes the file's, and nothing else changes. What an org's administrator has changed meanwhile stays.
 */
export function planActionUpdate(file: ActionRequest, org: ActionRequest): ActionUpdate {
  const changed: RequestPlace[] = [];
  const different: RequestPlace[] = [];
  const merge = (place: RequestPlace, ours: string | undefined, theirs: string): { now: string; shown: string } => {
    const same = { now: theirs, shown: theirs };
    if (ours === undefined || ours === theirs) return same;
    const literals = literalsIn(ours, theirs);
    if (literals === undefined) return same;
    if (literals === 'different') {
      different.push(place);
      return same;
    }
    changed.push(place);
    return { now: ours, shown: literals.shown };
  };
  const url = merge('url', file.url, org.url);
  const body = merge('body', file.body, org.body);
  const headers = Object.entries(org.headers).map(
    ([name, theirs]) => [name, merge({ header: name }, headerOf(file, name), theirs)] as const,
  );
  for (const [name, ours] of Object.entries(file.headers)) {
    if (headerOf(org, name) === undefined && refers(ours)) different.push({ header: name });
  }
  const pick = (which: 'now' | 'shown'): ActionRequest => ({
    url: url[which],
    headers: Object.fromEntries(headers.map(([name, each]) => [name, each[which]])),
    body: body[which],
  });
  return { request: pick('now'), changed, different, shown: pick('shown') };
}

function refers(template: string): boolean {
  return credentialReferences(template).length > 0 || authResponseMembers(template).length > 0;
}

/** Header names are compared without case. */
function headerOf({ headers }: ActionRequest, name: string): string | undefined {
  const lower = name.toLowerCase();
  return Object.entries(headers).find(([each]) => each.toLowerCase() === lower)?.[1];
}

/**
 * The org's template with its literals hidden, where it is the file's with some text in the place of each reference.
 * Nothing where the file's has no reference: then there is nothing of ours to bring.
 */
function literalsIn(ours: string, theirs: string): { readonly shown: string } | 'different' | undefined {
  const fixed: string[] = [];
  let end = 0;
  for (const match of ours.matchAll(DYNAMIC)) {
    if (!REFERS.test(match[0])) continue;
    fixed.push(ours.slice(end, match.index));
    end = match.index + match[0].length;
  }
  if (fixed.length === 0) return undefined;
  const last = ours.slice(end);
  let at = 0;
  for (const [i, part] of fixed.entries()) {
    // Between two parts stands a literal of at least one character.
    const found = i === 0 ? (theirs.startsWith(part) ? 0 : -1) : theirs.indexOf(part, at + 1);
    if (found < 0) return 'different';
    if (isToken(theirs.slice(i === 0 ? 0 : at, found))) return 'different';
    at = found + part.length;
  }
  if (theirs.length <= at + last.length || !theirs.endsWith(last)) return 'different';
  if (isToken(theirs.slice(at, theirs.length - last.length))) return 'different';
  return { shown: [...fixed, last].join(HIDDEN_LITERAL) };
}

/** The org takes a token already, and not by the file's name for it: somebody has changed that there. */
function isToken(part: string): boolean {
  return authResponseMembers(part).length > 0;
}
