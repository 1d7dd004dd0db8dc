import type { MessageId } from '../../base/messageIds.ts';
import type { Role } from '../../engine/detect/contract/index.ts';
import type { Detected } from '../../engine/detect/index.ts';
import { isKeptOut } from '../gitState.ts';
import { CUSTOM_AUTH, referenceWriter, USER_DEFINED, USER_DEFINED_OAUTH } from '../references.ts';
import { fileRemedy } from './fileRemedy.ts';
import { terraformRemedy } from './terraformRemedy.ts';

/** Places of a Data Action where nothing is evaluated when the request is made. */
const BY_ROLE: Readonly<Partial<Record<Role, MessageId>>> = {
  'contract-value': 'explain.contract',
  'contract-input': 'explain.contract',
  'success-template': 'explain.output',
  'response-default': 'explain.output',
  'header-name': 'explain.headerName',
};

/** Where the credential of other integration types lives: the integration adds it to every call by itself. */
const BY_TYPE: ReadonlyMap<string, MessageId> = new Map([
  ['purecloud-data-actions', 'explain.type.genesysCloud'],
  ['aws-lambda-data-actions', 'explain.type.awsLambda'],
  ['salesforce-datadip', 'explain.type.salesforce'],
  ['microsoft-dynamics-data-actions', 'explain.type.dynamics'],
  ['zendesk-data-actions', 'explain.type.zendesk'],
]);

const FUNCTIONS = 'function-data-actions';
/** Characters: a function gets all headers together in a context of 3,584 bytes of base64, into which no longer value fits. */
const MOST_IN_FUNCTION_HEADERS = (3584 / 4) * 3;

/**
 * Why a detected literal cannot become a credential reference, as a text that says what to do instead; `undefined` where
 * a reference is possible.
 * @param integrationType of the chosen integration; by default what the file itself says
 * @param credentialType of the credential that is to hold the value; by default the one that fits the action
 */
export function whyNoReference(
  detection: Detected,
  integrationType?: string,
  credentialType?: string,
): MessageId | undefined {
  const { hit } = detection;
  const { owner, role, template } = detection.literal;
  const ofFile = isKeptOut(detection) ? 'explain.file.keptOutOfGit' : fileRemedy(owner.document);
  if (ofFile) return ofFile;
  const ofTerraform = terraformRemedy(detection.literal);
  if (ofTerraform) return ofTerraform;
  const type = integrationType ?? owner.integrationType;
  if (type !== undefined && !referenceWriter(type)) return BY_TYPE.get(type) ?? 'explain.type.other';
  if (owner.actionType === 'static') return 'explain.staticAction';
  const isAuth = owner.actionType === CUSTOM_AUTH;
  if (isAuth && credentialType === USER_DEFINED) return 'explain.customAuth';
  if (!isAuth && credentialType === USER_DEFINED_OAUTH) return 'explain.authResponse';
  const byRole = BY_ROLE[role];
  if (byRole) return byRole;
  if (type === FUNCTIONS && role === 'header' && hit.end - hit.start > MOST_IN_FUNCTION_HEADERS)
    return 'explain.functionHeader';
  return template ? undefined : 'explain.noTemplate';
}
