import { sameSpan } from '../../base/span.ts';
import type { Detected } from '../../engine/detect/index.ts';
import type { OpenDocument } from '../ports/documents.ts';
import type { Findings } from '../ports/scans.ts';

/**
 * The detection behind a finding that the light bulb showed, in a new scan of the document. The finding's spans belong to
 * the text it was made from; where the document has changed since, nothing is found rather than something else.
 */
export function detectionFor(
  findings: Pick<Findings, 'of'>,
  { uri }: Pick<OpenDocument, 'uri'>,
  findingId: unknown,
  detections: readonly Detected[],
): Detected | undefined {
  const finding = findings.of(uri).find((each) => each.id === findingId);
  const [span] = finding?.spans ?? [];
  if (!finding || !span) return undefined;
  return detections.find(({ ruleId, spans }) => ruleId === finding.ruleId && spans[0] && sameSpan(spans[0], span));
}
