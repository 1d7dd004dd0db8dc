/**
 * Every user-facing text by id. The texts stand in messages/; rules and remedies return an id and safe arguments, so the
 * pure rooms know no language.
 */
export type MessageId = FindingMessageId | ExplainMessageId | RuleTitleId | CliMessageId;

type FindingMessageId =
  | 'finding.knownToken' // {0} provider and kind
  | 'finding.privateKey'
  | 'finding.connectionString' // {0} kind
  | 'finding.authorizationHeader' // {0} header name
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

/** What a rule is called, by rule id. */
type RuleTitleId =
  | 'rule.authorization-header'
  | 'rule.connection-string'
  | 'rule.credential-as-input'
  | 'rule.credential-in-output'
  | 'rule.known-token'
  | 'rule.named-credential'
  | 'rule.private-key'
  | 'rule.reference-in-flow'
  | 'rule.reference-not-stored'
  | 'rule.url-credential';

/** The command line. */
type CliMessageId =
  | 'cli.args.badValue' // {0} option {1} the values it takes
  | 'cli.args.missingValue' // {0} option
  | 'cli.args.noCommand'
  | 'cli.args.tryHelp'
  | 'cli.args.unexpectedValue' // {0} option
  | 'cli.args.unknownCommand' // {0} command
  | 'cli.args.unknownOption' // {0} option
  | 'cli.count.findings' // {0} count
  | 'cli.count.files' // {0} count
  | 'cli.count.oneFile'
  | 'cli.count.oneFinding'
  | 'cli.error.denied'
  | 'cli.error.missing'
  | 'cli.error.notAFile'
  | 'cli.error.scan'
  | 'cli.error.unexpected'
  | 'cli.error.unreadable'
  | 'cli.help' // {0} list of rules
  | 'cli.remedy.rotate'
  | 'cli.remedy.store'
  | 'cli.report.found' // {0} findings {1} files with findings {2} files scanned
  | 'cli.report.none' // {0} files scanned
  | 'cli.report.notRead' // {0} count
  | 'cli.report.skipped'
  | 'cli.report.whatToDo'
  | 'cli.skip.binary'
  | 'cli.skip.folder'
  | 'cli.skip.large'
  | 'cli.skip.link';
