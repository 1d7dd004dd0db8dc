/**
 * Every user-facing text by id. The texts stand in messages/; rules and remedies return an id and safe arguments, so the
 * pure rooms know no language.
 */
export type MessageId = FindingMessageId | ExplainMessageId | EvidenceId;

type FindingMessageId =
  | 'finding.knownToken' // {0} provider and kind
  | 'finding.privateKey'
  | 'finding.connectionString' // {0} kind
  | 'finding.customPattern' // {0} what the team calls it
  | 'finding.authorizationHeader' // {0} header or other name
  | 'finding.basicCredentials'
  | 'finding.namedCredential' // {0} name
  | 'finding.urlPassword'
  | 'finding.urlQuery' // {0} query key
  | 'finding.credentialAsInput' // {0} name
  | 'finding.referenceInFlow'
  | 'finding.credentialInOutput'
  | 'finding.referenceNotStored' // {0} field name
  | 'finding.referenceUnproven' // {0} field name
  | 'finding.keptOutOfGit' // {0} name, or provider and kind
  | 'finding.keptOutOfGit.unnamed'
  | SilencingMessageId
  | TeamFileMessageId;

/** What is wrong with a comment that silences. */
type SilencingMessageId =
  | 'finding.silencing.badDay' // {0} what stands where the day should be
  | 'finding.silencing.credential'
  | 'finding.silencing.noReason'
  | 'finding.silencing.noRule'
  | 'finding.silencing.over' // {0} day
  | 'finding.silencing.unknownRule' // {0} rule
  | 'finding.silencing.unused';

/** What is wrong in a team file. */
type TeamFileMessageId =
  | 'finding.teamFile.badDay' // {0} key
  | 'finding.teamFile.badFingerprint'
  | 'finding.teamFile.badId' // {0} id
  | 'finding.teamFile.badPattern' // {0} id
  | 'finding.teamFile.badSeverity'
  | 'finding.teamFile.badVersion'
  | 'finding.teamFile.credential' // {0} key
  | 'finding.teamFile.largePattern' // {0} id
  | 'finding.teamFile.lowers'
  | 'finding.teamFile.missing' // {0} key
  | 'finding.teamFile.noSalt'
  | 'finding.teamFile.notList' // {0} key
  | 'finding.teamFile.notMap' // {0} key
  | 'finding.teamFile.notText' // {0} key
  | 'finding.teamFile.notYaml'
  | 'finding.teamFile.over' // {0} day
  | 'finding.teamFile.twice' // {0} key
  | 'finding.teamFile.unknownKey' // {0} key {1} the keys it can be
  | 'finding.teamFile.unknownRule' // {0} rule
  | 'finding.teamFile.unused';

/** Why a literal has no place for a reference, and what to do instead. */
type ExplainMessageId =
  | 'explain.authResponse'
  | 'explain.brokenTemplate'
  | 'explain.contract'
  | 'explain.customAuth'
  | 'explain.file.archyOptions'
  | 'explain.file.dataTable'
  | 'explain.file.environment'
  | 'explain.file.flowExport'
  | 'explain.file.gcConfig'
  | 'explain.file.keptOutOfGit'
  | 'explain.file.other'
  | 'explain.file.pipeline'
  | 'explain.file.postman'
  | 'explain.file.script'
  | 'explain.file.scriptExport'
  | 'explain.flow'
  | 'explain.functionHeader'
  | 'explain.headerName'
  | 'explain.noTemplate'
  | 'explain.notSentAsWritten'
  | 'explain.notTheSameRequest'
  | 'explain.output'
  | 'explain.staticAction'
  | 'explain.terraform.action'
  | 'explain.terraform.comment'
  | 'explain.terraform.credential'
  | 'explain.terraform.destroy'
  | 'explain.terraform.fixed'
  | 'explain.terraform.forEach'
  | 'explain.terraform.output'
  | 'explain.terraform.override'
  | 'explain.terraform.provider'
  | 'explain.terraform.reached'
  | 'explain.terraform.state'
  | 'explain.terraform.unknown'
  | 'explain.terraform.value'
  | 'explain.terraform.variables'
  | 'explain.type.awsLambda'
  | 'explain.type.dynamics'
  | 'explain.type.genesysCloud'
  | 'explain.type.other'
  | 'explain.type.salesforce'
  | 'explain.type.zendesk';

/** What speaks for a finding, or for less of it. */
export type EvidenceId =
  | 'evidence.authorization'
  | 'evidence.beforeHost'
  | 'evidence.besideDynamic'
  | 'evidence.checkFailed'
  | 'evidence.chosen'
  | 'evidence.connection'
  | 'evidence.credentialField'
  | 'evidence.drawn'
  | 'evidence.format'
  | 'evidence.name'
  | 'evidence.objectId'
  | 'evidence.pair'
  | 'evidence.privateKey'
  | 'evidence.providerNamed'
  | 'evidence.scheme'
  | 'evidence.teamPattern'
  | 'evidence.vagueName';
