import type { IntegrationSummary } from '../../cloud/orgClient.ts';
import type { Detected } from '../../engine/detect/index.ts';
import type { TextEdit } from '../../engine/text/index.ts';
import { USER_DEFINED_OAUTH } from '../../genesys/references.ts';
import {
  actionInFile,
  type DocumentPlan,
  planTokenRequest,
  type TokenMembers,
  type TokenRequestPlan,
  takeTokenFromAuth,
} from '../../genesys/remedies/index.ts';
import { t } from '../../messages/index.ts';
import { type ActionFile, actionDocuments } from '../files/actionFiles.ts';
import { shownActionName, shownPath } from '../files/fileNames.ts';
import { chooseFiles } from '../org/chooseFiles.ts';
import type { OpenDocument } from '../ports/documents.ts';
import type { Ports } from '../ports/index.ts';
import type { ConnectedOrg } from '../ports/orgs.ts';
import type { PlannedStore } from './storePlan.ts';

interface TokenUser {
  readonly document: OpenDocument;
  /** The one that the edits were made from. */
  readonly text: string;
  readonly actionName: string | undefined;
  readonly edits: readonly TextEdit[];
}

/**
 * Offers User Defined (OAuth) where one of the files asks for a token with what it holds itself: its request becomes the custom auth
 * action of the integration, and the actions that a flow gives the token take it from there.
 * @returns nothing where it does not fit; `left` where the author goes no further
 */
export async function offerOAuth(
  ports: Pick<Ports, 'chunks' | 'documents' | 'files' | 'ui'>,
  org: ConnectedOrg,
  integration: IntegrationSummary,
  files: readonly ActionFile[],
): Promise<Omit<PlannedStore, 'isAsked'> | 'declined' | 'left' | undefined> {
  const { renderTemplate } = await ports.chunks.velocity();
  const requests = files.flatMap((file) => {
    const plan = planTokenRequest(file, renderTemplate);
    return plan ? [{ file, plan }] : [];
  });
  const [request, ...more] = requests;
  // An integration has one custom auth action.
  if (!request || more.length > 0) return undefined;
  const items = [
    { label: t('oauth.native'), detail: t('oauth.native.detail'), isNative: true },
    { label: t('oauth.userDefined'), detail: t('oauth.userDefined.detail'), isNative: false },
  ];
  const picked = await ports.ui.pick(items, { title: t('oauth.title', integration.name), ignoreFocusOut: true });
  if (!picked) return 'left';
  if (!picked.isNative) return 'declined';
  const { token } = request.plan;
  const users = token ? await askUsers(ports, org, integration, token) : [];
  if (!users) return 'left';
  const others = files.filter((file) => file !== request.file);
  return { integration, ...planned(request.file, request.plan, users, others) };
}

/** The actions that take the token; none where no file could. `undefined` where the author goes no further. */
async function askUsers(
  ports: Pick<Ports, 'documents' | 'files' | 'ui'>,
  org: ConnectedOrg,
  integration: IntegrationSummary,
  token: TokenMembers,
): Promise<readonly TokenUser[] | undefined> {
  const { ui } = ports;
  const documents = await ui.busy(t('secure.searching'), () =>
    actionDocuments(ports, (_uri, text) => takeTokenFromAuth(text, token).length > 0),
  );
  const mayEdit = await Promise.all(documents.map(({ uri }) => org.mayEdit(uri)));
  const users = documents
    .filter((_, i) => mayEdit[i])
    .map((document): TokenUser => {
      const text = document.getText();
      const edits = takeTokenFromAuth(text, token);
      return { document, text, actionName: actionInFile(text)?.name, edits };
    });
  if (users.length === 0) return [];
  return chooseFiles(ui, org, integration, users, {
    title: t('oauth.users', integration.name),
    placeHolder: t('oauth.users.hint'),
    describe: () => `\${authResponse.${token.accessToken}}`,
  });
}

/** @param others files that the author chose, too: this type of credential cannot hold what is in them */
function planned(
  file: ActionFile,
  { fields, document, token }: TokenRequestPlan,
  users: readonly TokenUser[],
  others: readonly ActionFile[],
): Omit<PlannedStore, 'integration' | 'isAsked'> {
  const documents: readonly DocumentPlan[] = [
    document,
    ...users.map(({ edits }) => ({ edits, replacements: [], left: [] })),
    ...others.map(({ detections }) => ({ edits: [], replacements: [], left: detections.map(isNoAuth) })),
  ];
  const reference = `\${authResponse.${token?.accessToken ?? ''}}`;
  return {
    credentialType: USER_DEFINED_OAUTH,
    files: [file, ...users, ...others],
    planFor: () => ({ fields, documents }),
    notes: [
      t('oauth.confirm.auth', shownPath(file.document)),
      ...(users.length > 0 ? [t('oauth.confirm.users', users.length, reference)] : []),
      t('oauth.confirm.old'),
    ],
    hints: [
      t('oauth.next', file.actionName === undefined ? shownPath(file.document) : shownActionName(file.actionName)),
    ],
    next: file.document.uri,
  };
}

function isNoAuth(detection: Detected): DocumentPlan['left'][number] {
  return { detection, reason: 'explain.authResponse' };
}
