import type { Detected } from '../../../../src/engine/detect/detect.ts';
import { applyEdits } from '../../../../src/engine/text/textEdit.ts';
import {
  type DocumentPlan,
  planStoreAndReplace,
  type StorePlan,
} from '../../../../src/genesys/remedies/storeAndReplace.ts';
import { scanDocument } from '../../../../src/genesys/scan.ts';
import { DIALECTS, type Dialect } from '../../../../src/genesys/velocity/dialect.ts';
import { renderTemplate } from '../../../../src/genesys/velocity/render.ts';
import type { DataAction, RequestPlace } from './requestPlaces.ts';

/** What became of one value in one place. `partly`: the request is the same, but a part of the value still stands there. */
export type Outcome = 'same-bytes' | 'same-meaning' | 'partly' | 'no-fix' | 'not-found' | 'different';

/** A request as it would be sent. */
export interface RenderedRequest {
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

/** Fixes a value in a place and compares the request that would be sent before with the one after. */
export function fixAndCompare(place: RequestPlace, value: string): Outcome {
  const before = place.action(value);
  const text = JSON.stringify(before, null, 2);
  const plan = planOf(text, before.integrationType);
  if (plan.replacements.length === 0) return plan.left.length > 0 ? 'no-fix' : 'not-found';
  const after = JSON.parse(applyEdits(text, plan.edits)) as DataAction;
  const fields = Object.fromEntries(plan.fields.map((field) => [field.name, field.value.reveal()]));
  const comparisons = DIALECTS.map((dialect) => {
    const [sent, sends] = [render(before, {}, dialect), render(after, fields, dialect)];
    // An engine that could not read it before has sent nothing.
    if (!sent || JSON.stringify(sent) === JSON.stringify(sends)) return 'same-bytes';
    const meaning = sends && plan.replacements.some((each) => each.sameness === 'meaning');
    return meaning && JSON.stringify(decoded(sent)) === JSON.stringify(decoded(sends)) ? 'same-meaning' : 'different';
  });
  const [unlike] = ['different', 'same-meaning'].filter((each) => comparisons.some((one) => one === each));
  if (unlike !== undefined) return unlike as Outcome;
  return stillHolds(after, value) ? 'partly' : 'same-bytes';
}

/** Whether a stretch of the value is left in the templates, as it is or percent-encoded. */
function stillHolds(action: DataAction, value: string): boolean {
  const { requestUrlTemplate, headers, requestTemplate } = action.config.request;
  const texts = [requestUrlTemplate, requestTemplate, ...Object.values(headers)].flatMap((text) => [
    text,
    percent(text),
  ]);
  for (let at = 0; at + STRETCH <= value.length; at++) {
    const stretch = value.slice(at, at + STRETCH);
    if (texts.some((text) => text.includes(stretch))) return true;
  }
  return false;
}

const STRETCH = 6;

export function planOf(text: string, integrationType: string): DocumentPlan & Pick<StorePlan, 'fields'> {
  return planFor(text, scanDocument({ name: 'Order-Status.custom.json', text }).detections, integrationType);
}

/** The plan of one document. */
export function planFor(
  text: string,
  detections: readonly Detected[],
  integrationType: string,
): DocumentPlan & Pick<StorePlan, 'fields'> {
  const { fields, documents } = planStoreAndReplace([{ text, detections }], { integrationType }, renderTemplate);
  const [plan] = documents;
  if (!plan) throw new Error('a document has a plan');
  return { fields, ...plan };
}

/** The request as an engine renders it; `undefined` where it cannot. */
export function render(
  action: DataAction,
  credentials: Readonly<Record<string, string>>,
  dialect: Dialect = '2',
): RenderedRequest | undefined {
  const { requestUrlTemplate, headers, requestTemplate } = action.config.request;
  const context = { input: { order: 'A-17', user: 'kim' }, credentials };
  const text = (template: string): string => {
    const rendered = renderTemplate(template, context, dialect);
    if ('failed' in rendered) throw new Error(rendered.failed);
    return rendered.text;
  };
  try {
    return {
      url: text(requestUrlTemplate),
      headers: Object.entries(headers).map(([name, value]) => [name, text(value)] as const),
      body: text(requestTemplate),
    };
  } catch {
    return undefined;
  }
}

/** The request as its receiver reads it: names and values instead of bytes. */
function decoded({ url, headers, body }: RenderedRequest): unknown {
  const { origin, username, password, pathname, searchParams } = new URL(url);
  return {
    origin,
    user: [username, password].map(percent),
    pathname,
    query: [...searchParams],
    headers,
    body: fields(body),
  };
}

function fields(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return [...new URLSearchParams(body)];
  }
}

function percent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
