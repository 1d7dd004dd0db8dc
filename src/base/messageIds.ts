/**
 * Every user-facing text by id. The texts stand in messages/; rules and remedies return an id and safe arguments, so the
 * pure rooms know no language.
 */
export type MessageId = FindingMessageId | ExplainMessageId;

type FindingMessageId =
  | 'finding.knownToken' // {0} provider and kind
  | 'finding.privateKey'
  | 'finding.connectionString' // {0} kind
  | 'finding.authorizationHeader' // {0} header or other name
  | 'finding.basicCredentials'
  | 'finding.namedCredential' // {0} name
  | 'finding.urlPassword'
  | 'finding.urlQuery' // {0} query key
  | 'finding.credentialAsInput' // {0} name
  | 'finding.referenceInFlow'
  | 'finding.credentialInOutput'
  | 'finding.referenceNotStored'; // {0} field name

/** Why a literal has no place for a reference, and what to do instead. */
type ExplainMessageId =
  | 'explain.contract'
  | 'explain.customAuth'
  | 'explain.flow'
  | 'explain.headerName'
  | 'explain.noTemplate'
  | 'explain.notTheSameRequest'
  | 'explain.output'
  | 'explain.staticAction'
  | 'explain.type.awsLambda'
  | 'explain.type.dynamics'
  | 'explain.type.genesysCloud'
  | 'explain.type.other'
  | 'explain.type.salesforce'
  | 'explain.type.zendesk';
