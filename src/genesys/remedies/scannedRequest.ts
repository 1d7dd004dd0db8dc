import type { Detected } from '../../engine/detect/index.ts';
import { applyEdits, segmentsOf, type TextEdit } from '../../engine/text/index.ts';
import { actionInFile } from './actionInFile.ts';
import { type ActionRequest, HIDDEN_LITERAL, type RequestPlace } from './actionRequest.ts';

/** An org's request as a document, with what was found in it. */
export interface ScannedRequest {
  readonly request: ActionRequest;
  /** As `requestDocument` writes it. */
  readonly text: string;
  readonly detections: readonly Detected[];
}

/** A request as the file of a Data Action, to be scanned like one. */
export function requestDocument({ url, headers, body }: ActionRequest, integrationType: string): string {
  const request = { requestUrlTemplate: url, requestType: 'POST', headers, requestTemplate: body };
  return JSON.stringify({ name: 'Data Action', integrationType, actionType: 'custom', config: { request } });
}

/** The literals in one template of the request. */
export function literalsAt({ detections }: ScannedRequest, place: RequestPlace): readonly Detected[] {
  return detections.filter(({ hit, literal }) => {
    const [, , part, name] = segmentsOf(literal.path);
    if (hit.class !== 'hard-coded') return false;
    if (typeof place === 'object') return part === 'headers' && name === place.header;
    return part === (place === 'url' ? 'requestUrlTemplate' : 'requestTemplate');
  });
}

/** The templates that hold a literal. */
export function placesOfLiterals(scanned: ScannedRequest): readonly RequestPlace[] {
  const headers = Object.keys(scanned.request.headers).map((header) => ({ header }));
  const places: readonly RequestPlace[] = ['url', ...headers, 'body'];
  return places.filter((place) => literalsAt(scanned, place).length > 0);
}

/** A template as it reads after an edit of the document. */
export function templateAfter({ text }: ScannedRequest, place: RequestPlace, edits: readonly TextEdit[]): string {
  const after = actionInFile(applyEdits(text, edits))?.request;
  if (typeof place === 'object') return after?.headers[place.header] ?? '';
  return (place === 'url' ? after?.url : after?.body) ?? '';
}

/** The edits that hide a literal. */
export function hiding({ spans }: Detected): readonly TextEdit[] {
  return spans.map(({ start, end }) => ({ start, end, text: HIDDEN_LITERAL }));
}
