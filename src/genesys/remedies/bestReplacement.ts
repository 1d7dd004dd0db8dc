import type { Detected } from '../../engine/detect/index.ts';
import type { TextEdit } from '../../engine/text/index.ts';
import { referenceWriter } from '../references.ts';
import type { Renderer } from '../velocity/index.ts';
import { type Candidate, candidatesFor } from './candidates.ts';
import type { Naming } from './fieldNames.ts';
import { type Sameness, sameRequest } from './sameRequest.ts';

/** The candidate that won, and the edit that writes it. */
export interface Replaced {
  readonly candidate: Candidate;
  readonly edit: TextEdit;
  readonly sameness: Exclude<Sameness, 'different'>;
}

/** The first candidate that leaves every byte as it was, else the first that means the same; none when nothing does. */
export function bestReplacement(
  detection: Detected,
  integrationType: string,
  names: Naming,
  render: Renderer,
): Replaced | undefined {
  const { template, form } = detection.literal;
  const write = referenceWriter(integrationType);
  if (!template || !write) return undefined;
  let sameMeaning: Replaced | undefined;
  for (const candidate of candidatesFor(detection, template, { write, names })) {
    const sameness = sameRequest(template.text, candidate, form, render);
    if (sameness === 'different') continue;
    const edit = template.edit(candidate.range.start, candidate.range.end, candidate.text);
    if (edit === 'not-editable') continue;
    if (sameness === 'bytes') return { candidate, edit, sameness };
    sameMeaning ??= { candidate, edit, sameness };
  }
  return sameMeaning;
}
