import type { MessageId } from '../../base/messageIds.ts';
import type { Span } from '../../base/span.ts';
import type { Detected } from '../../engine/detect/index.ts';
import type { TextEdit } from '../../engine/text/index.ts';
import { credentialReferences } from '../references.ts';
import type { Renderer } from '../velocity/index.ts';
import { bestReplacement } from './bestReplacement.ts';
import { FieldNames, type FieldToStore } from './fieldNames.ts';
import type { Sameness } from './sameRequest.ts';
import { whyNoReference } from './whyNoReference.ts';
import { whyNotTheSame } from './whyNotTheSame.ts';

/** What storing the credentials of some documents would do: nothing has happened yet. */
export interface StorePlan {
  readonly fields: readonly FieldToStore[];
  /** One for each document, in the same order. */
  readonly documents: readonly DocumentPlan[];
}

export interface DocumentPlan {
  /** Edits of the scanned text, not overlapping; applied together, last. */
  readonly edits: readonly TextEdit[];
  readonly replacements: readonly Replacement[];
  /** Key paths of what the edits delete: they leave no reference by which one could tell that they were made. */
  readonly removals?: readonly (readonly (string | number)[])[];
  /** Findings that no reference can replace, each with the reason. */
  readonly left: readonly { readonly detection: Detected; readonly reason: MessageId }[];
}

export interface Replacement {
  readonly spans: readonly Span[];
  readonly fieldNames: readonly string[];
  /** The new text as it stands in the template. */
  readonly reference: string;
  readonly sameness: Exclude<Sameness, 'different'>;
}

/** A document with what was found in it. */
export interface ScannedDocument {
  readonly text: string;
  readonly detections: readonly Detected[];
}

/** Where the values are to go. */
export interface StoreTarget {
  /** Of the integration the author chose; decides how references are written. */
  readonly integrationType: string;
  /** Of the credential; by default the one that fits each action. */
  readonly credentialType?: string;
  /** Names of the fields that the integration's credential holds already. */
  readonly held?: readonly string[];
}

/**
 * Plans the replacement of every hard-coded credential of documents that one integration can hold: equal values share a
 * field over all documents, and references that are there already get no new meaning.
 */
export function planStoreAndReplace(
  documents: readonly ScannedDocument[],
  target: StoreTarget,
  render: Renderer,
): StorePlan {
  const referredTo = documents.flatMap(({ text }) => credentialReferences(text).map((reference) => reference.field));
  const names = new FieldNames([...(target.held ?? []), ...referredTo]);
  const plans = documents.map(({ detections }) => planDocument(detections, target, names, render));
  return { fields: names.fields(), documents: plans };
}

function planDocument(
  detections: readonly Detected[],
  { integrationType, credentialType }: StoreTarget,
  names: FieldNames,
  render: Renderer,
): DocumentPlan {
  const replacements: Replacement[] = [];
  const edits: TextEdit[] = [];
  const left: { detection: Detected; reason: MessageId }[] = [];
  for (const detection of detections) {
    if (detection.hit.class !== 'hard-coded') continue;
    const reason = whyNoReference(detection, integrationType, credentialType);
    const found = reason === undefined ? bestReplacement(detection, integrationType, names, render) : undefined;
    if (!found) {
      left.push({ detection, reason: reason ?? whyNotTheSame(detection, render) });
      continue;
    }
    names.keep(found.candidate.fields);
    edits.push(found.edit);
    replacements.push({
      spans: detection.spans,
      fieldNames: Object.keys(found.candidate.fields),
      reference: found.candidate.text,
      sameness: found.sameness,
    });
  }
  return { edits, replacements, left };
}
