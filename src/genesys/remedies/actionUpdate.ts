import { authResponseMembers, credentialReferences } from '../references.ts';
import type { Renderer } from '../velocity/index.ts';
import type { ActionRequest, RequestPlace } from './actionRequest.ts';
import { isDrawnFrom, literalParts } from './literalParts.ts';
import { planReference } from './replaceWithReference.ts';
import { hiding, literalsAt, placesOfLiterals, type ScannedRequest, templateAfter } from './scannedRequest.ts';

/** What an update would make of the org's action. */
export interface ActionUpdate {
  /** The org's request with references where its literals stand; everything else as the org has it. */
  readonly request: ActionRequest;
  /** The templates that change. */
  readonly changed: readonly RequestPlace[];
  /** Templates of the file with references whose counterpart in the org is not the same but for the literals. */
  readonly different: readonly RequestPlace[];
  /** Templates of the org that hold literals after the update as well: the file has no reference for them. */
  readonly literalsLeft: readonly RequestPlace[];
  /** The org's request as it may be shown: without what the references replace. */
  readonly shown: ActionRequest;
}

/** What an update depends on, besides the two requests. */
export interface UpdateContext {
  readonly integrationType: string;
  /** Whether the integration adds an Authorization header to every call by itself. */
  readonly isSignedByIntegration: boolean;
  readonly render: Renderer;
}

interface Merged {
  /** Nothing where a header goes. */
  readonly now: string | undefined;
  readonly shown: string;
  readonly outcome: 'changed' | 'different' | 'same';
}

/**
 * Brings the references of a file into the org's version of its action: each template that is the file's but for the
 * literals becomes the file's; of one that differs in more, the literal alone is replaced, where it is clear by what. A literal
 * Authorization header that the file no longer has goes where the integration adds its own. What an org's
 * administrator has changed meanwhile stays.
 */
export function planActionUpdate(file: ActionRequest, org: ScannedRequest, context: UpdateContext): ActionUpdate {
  const { request } = org;
  const url = merge('url', file.url, request.url, org, context);
  const body = merge('body', file.body, request.body, org, context);
  const headers = Object.entries(request.headers).map(([name, theirs]) => {
    const ours = headerOf(file, name);
    const place = { header: name };
    const goes = ours === undefined && context.isSignedByIntegration && isLiteralSignature(org, name);
    const merged: Merged = goes
      ? { now: undefined, shown: theirs, outcome: 'changed' }
      : merge(place, ours, theirs, org, context);
    return { place, merged };
  });
  const places = [{ place: 'url' as const, merged: url }, ...headers, { place: 'body' as const, merged: body }];
  const withOutcome = (outcome: Merged['outcome']): RequestPlace[] =>
    places.filter(({ merged }) => merged.outcome === outcome).map(({ place }) => place);
  const missing = Object.entries(file.headers)
    .filter(([name, ours]) => headerOf(request, name) === undefined && refers(ours))
    .map(([header]) => ({ header }));
  const changed = withOutcome('changed');
  return {
    request: {
      url: url.now ?? request.url,
      headers: Object.fromEntries(
        headers.flatMap(({ place, merged: { now } }) => (now === undefined ? [] : [[place.header, now]])),
      ),
      body: body.now ?? request.body,
    },
    changed,
    different: [...withOutcome('different'), ...missing],
    literalsLeft: placesOfLiterals(org).filter((place) => !changed.some((each) => isSamePlace(each, place))),
    shown: {
      url: url.shown,
      headers: Object.fromEntries(headers.map(({ place, merged }) => [place.header, merged.shown])),
      body: body.shown,
    },
  };
}

function merge(
  place: RequestPlace,
  ours: string | undefined,
  theirs: string,
  org: ScannedRequest,
  context: UpdateContext,
): Merged {
  if (ours === undefined || ours === theirs || !refers(ours)) return { now: theirs, shown: theirs, outcome: 'same' };
  const parts = literalParts(ours, theirs);
  if (parts) return { now: ours, shown: parts.shown, outcome: 'changed' };
  return literalAlone(place, ours, org, context) ?? { now: theirs, shown: theirs, outcome: 'different' };
}

/** The org's template with its one literal replaced by the one field that the file's template refers to. */
function literalAlone(
  place: RequestPlace,
  ours: string,
  org: ScannedRequest,
  { integrationType, render }: UpdateContext,
): Merged | undefined {
  const [literal, ...others] = literalsAt(org, place);
  const fields = [...new Set(credentialReferences(ours).map(({ field }) => field))];
  const [field] = fields;
  if (!literal || others.length > 0 || field === undefined) return undefined;
  const replaced = planReference(literal, integrationType, field, render);
  if (!replaced || !isDrawnFrom(replaced.candidate.text, fields)) return undefined;
  return {
    now: templateAfter(org, place, [replaced.edit]),
    shown: templateAfter(org, place, hiding(literal)),
    outcome: 'changed',
  };
}

function refers(template: string): boolean {
  return credentialReferences(template).length > 0 || authResponseMembers(template).length > 0;
}

function isLiteralSignature(org: ScannedRequest, header: string): boolean {
  return /^authorization$/i.test(header) && literalsAt(org, { header }).length > 0;
}

function isSamePlace(a: RequestPlace, b: RequestPlace): boolean {
  return typeof a === 'object' && typeof b === 'object' ? a.header === b.header : a === b;
}

/** Header names are compared without case. */
function headerOf({ headers }: ActionRequest, name: string): string | undefined {
  const lower = name.toLowerCase();
  return Object.entries(headers).find(([each]) => each.toLowerCase() === lower)?.[1];
}
