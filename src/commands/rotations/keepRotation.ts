import { Sensitive } from '../../base/sensitive.ts';
import type { IntegrationSummary } from '../../cloud/orgClient.ts';
import type { StorePlan } from '../../genesys/remedies/index.ts';
import { shownPath } from '../files/fileNames.ts';
import type { Address, OpenDocument } from '../ports/documents.ts';
import type { Ports } from '../ports/index.ts';
import type { ConnectedOrg } from '../ports/orgs.ts';
import type { Spread } from '../ports/rotations.ts';
import { tokenKinds } from './providerPages.ts';
import { historyText, SHORTEST_SEARCHED } from './rotationsDue.ts';

/** In the order of the plan's documents. */
type StoredFiles = readonly { readonly document: OpenDocument }[];

interface StoredLiterals {
  readonly files: StoredFiles;
  readonly integration: Pick<IntegrationSummary, 'id' | 'name'>;
}

/**
 * Looks up, while the values are at hand, how far they have spread and what they are. What is returned keeps that as a rotation that
 * is due, once they are stored.
 * @returns a function that says how far the values have spread, where git can tell
 */
export async function keepRotation(
  ports: Pick<Ports, 'git' | 'rotations' | 'scanner'>,
  org: ConnectedOrg,
  { files, integration }: StoredLiterals,
  plan: StorePlan,
  changed: readonly Address[],
): Promise<() => Promise<string | undefined>> {
  const history = spreadOf(ports, changed, writtenIn(files, plan));
  const tokens = await tokensIn(ports, files, plan);
  return async () => {
    const spread = await history;
    const rotation = {
      id: crypto.randomUUID(),
      org: org.label,
      integration: integration.name,
      orgId: org.orgId,
      integrationId: integration.id,
      fields: plan.fields.map(({ name }) => name),
      files: changed.map(shownPath),
      stored: new Date().toISOString(),
      tokens,
      ...(spread && { history: spread }),
    };
    await ports.rotations.add(rotation, org.account === undefined);
    return spread && historyText(spread);
  };
}

/** The literals as they stand in the files: in a commit they are written the same way. */
function writtenIn(files: StoredFiles, { documents }: StorePlan): Sensitive[] {
  return files.flatMap(({ document }, i) => {
    const text = document.getText();
    const spans = documents[i]?.replacements.flatMap((each) => each.spans) ?? [];
    return spans.map(({ start, end }) => new Sensitive(text.slice(start, end)));
  });
}

/** The commits are named by what git shows of them. What is too short is not looked for, and said to be so. */
async function spreadOf(
  { git }: Pick<Ports, 'git'>,
  changed: readonly Address[],
  values: readonly Sensitive[],
): Promise<Spread | undefined> {
  const searched = values.filter((value) => value.reveal().length >= SHORTEST_SEARCHED);
  if (values.length > 0 && searched.length === 0) return { commits: 0, pushed: 'unknown', tooShort: 'all' };
  const fact = await git.inHistory(
    changed.map(({ uri }) => uri),
    searched,
  );
  if (!fact) return undefined;
  const { commits, pushed } = fact;
  const found = { commits: commits.length, pushed, newest: commits.slice(0, 3).map((id) => id.slice(0, 8)) };
  return searched.length === values.length ? found : { ...found, tooShort: 'some' };
}

/** What the stored values are, looked up while the literals are still there. */
async function tokensIn(
  { scanner }: Pick<Ports, 'scanner'>,
  files: StoredFiles,
  { documents }: StorePlan,
): Promise<readonly string[]> {
  const kinds = await Promise.all(
    files.map(async ({ document }, i) => {
      const replacements = documents[i]?.replacements ?? [];
      if (replacements.length === 0) return [];
      return tokenKinds(await scanner.shown(document.uri, document.getText()), replacements);
    }),
  );
  return [...new Set(kinds.flat())];
}
