import type { MessageId } from '../base/messageIds.ts';

type ExplainId = Extract<MessageId, `explain.${string}`>;

/** Why a literal has no place for a credential reference, and what to do instead. */
export const EXPLAIN_TEXTS: Readonly<Record<ExplainId, string>> = {
  'explain.contract':
    'A contract is data that every author can read, and no reference is evaluated in it. Remove the value here. A published contract is frozen: if it was published with this value, create a new action without it.',
  'explain.customAuth':
    "The custom auth action reads the integration's User Defined (OAuth) credential. Enter the value there under Configuration, Credentials, and write the reference by hand.",
  'explain.flow':
    'This does not belong in a flow: a flow cannot read a credential, and everyone who may open it can read the value. Let the Data Action that needs it read it from its integration, and remove it here.',
  'explain.headerName':
    'Nothing is evaluated in the name of a header. Move the value into the header itself or remove it.',
  'explain.noTemplate':
    'Nothing is evaluated in this place, so a reference would be sent as plain text. Remove the value here.',
  'explain.notTheSameRequest':
    'No way to write the reference here leaves the request as it is, so nothing was changed. Store the value by hand and write the reference yourself.',
  'explain.output':
    'What an action returns ends in flow data and logs, where no reference is possible. Remove the value from the output.',
  'explain.staticAction': 'This action is delivered by Genesys Cloud and cannot be edited.',
  'explain.type.awsLambda':
    'An AWS Lambda integration signs its calls with its own role and knows no credential references. Let the function read the value from where it runs, and remove it here.',
  'explain.type.dynamics':
    'The Microsoft Dynamics 365 integration adds its own sign-in to every call. Remove the value here and check the credential of the integration.',
  'explain.type.genesysCloud':
    'A Genesys Cloud Data Actions integration adds its own token to every call and knows no credential references. Delete the Authorization header; move calls that need another credential to a Web Services integration.',
  'explain.type.other':
    'Templates of this integration type know no credential references. Check whether the integration can hold the credential itself, or move the call to a Web Services integration.',
  'explain.type.salesforce':
    'The Salesforce integration adds its own sign-in to every call. Remove the value here and check the credential of the integration.',
  'explain.type.zendesk':
    'The Zendesk integration adds its own API token to every call. Remove the value here and check the credential of the integration.',
};

export const EXPLAIN_IDS = Object.keys(EXPLAIN_TEXTS) as readonly ExplainId[];
