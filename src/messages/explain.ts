import type { MessageId } from '../base/messageIds.ts';

type ExplainId = Extract<MessageId, `explain.${string}`>;

/** Why a literal has no place for a credential reference, and what to do instead. */
export const EXPLAIN_TEXTS: Readonly<Record<ExplainId, string>> = {
  'explain.authResponse':
    'This integration has a User Defined (OAuth) credential, which only its custom auth action may read: every other action takes the token, as ${authResponse.access_token}. A value of another kind belongs to a second integration with a User Defined credential, into which the action is imported.',
  'explain.brokenTemplate':
    'Velocity cannot read this template, so the action fails as it is, and nobody can say what would be sent. Mend the template first: a quote, a bracket or an #end is missing, or there is one too many.',
  'explain.contract':
    'A contract is data that every author can read, and no reference is evaluated in it. Remove the value here. A published contract is frozen: if it was published with this value, create a new action without it.',
  'explain.customAuth':
    "A custom auth action reads its integration's User Defined (OAuth) credential and no other. Choose the integration that it belongs to; one that holds another type of credential has no custom auth action.",
  'explain.file.archyOptions':
    'Archy needs this value when it runs, not in the repository. Give it at run time (--clientSecret "$CLIENT_SECRET" from the environment or a vault), or keep the options file out of git with an entry in .gitignore.',
  'explain.file.dataTable':
    'Everyone who may read the data table can read this value. Move it into the credential of the integration and let the Data Action read it there; then empty the cell.',
  'explain.file.environment':
    'Keep this file out of git with an entry in .gitignore, or take the value from the environment or a vault when the program starts. Commit only the names, for instance in .env.example.',
  'explain.file.flowExport':
    'An exported flow cannot be changed here. Remove the value from the flow in Architect, let the Data Action read it from its integration, and export the flow again.',
  'explain.file.gcConfig':
    'Keep the sign-in out of the repository: set the environment variables of the tool (for Terraform and the gc CLI GENESYSCLOUD_OAUTHCLIENT_ID and GENESYSCLOUD_OAUTHCLIENT_SECRET), or keep the file in your home directory, where only you can read it.',
  'explain.file.keptOutOfGit':
    'Git ignores this file, so the value stays on this machine. Leave it ignored, and let only those read it who need it.',
  'explain.file.other': 'Remove the value here and take it from the environment or a vault when it is needed.',
  'explain.file.pipeline':
    'Store the value as a secret variable of the CI system and refer to it here, such as ${{ secrets.GENESYS_CLIENT_SECRET }} in GitHub, or a masked variable in GitLab, Azure and Bitbucket.',
  'explain.file.postman':
    'Collections and environments are shared and exported with their values. Put the value into the vault of Postman, or into the current value of a variable, and write {{name}} here.',
  'explain.file.script':
    'Take the value from the environment when the script runs ("$CLIENT_SECRET"), set by the CI system or a vault. What stands on a command line is also seen in the list of processes.',
  'explain.file.scriptExport':
    'Agents and everyone who may edit the script can read this value. Let a Data Action read it from the credential of its integration, remove it from the script in Genesys Cloud, and export the script again.',
  'explain.flow':
    'This does not belong in a flow: a flow cannot read a credential, and everyone who may open it can read the value. Let the Data Action that needs it read it from its integration, and remove it here.',
  'explain.functionHeader':
    'A Genesys Cloud Function gets all of its headers in 3,584 bytes of base64, and this value does not fit. Move it into the request body first and let the function read it there; then store it.',
  'explain.headerName':
    'Nothing is evaluated in the name of a header. Move the value into the header itself or remove it.',
  'explain.noTemplate':
    'Nothing is evaluated in this place, so a reference would be sent as plain text. Remove the value here.',
  'explain.notSentAsWritten':
    'Velocity does not send this value as it stands here: a sign in it (a dollar, a hash, a backslash or an exclamation mark) means something to the template, and not the same in every version of Velocity. Write the sign so that it is sent ($esc.d, $esc.h), test the action, and store the value then.',
  'explain.notTheSameRequest':
    'No way to write the reference here leaves the request as it is, so nothing was changed. Store the value by hand and write the reference yourself.',
  'explain.output':
    'What an action returns ends in flow data and logs, where no reference is possible. Remove the value from the output.',
  'explain.staticAction': 'This action is delivered by Genesys Cloud and cannot be edited.',
  'explain.terraform.action':
    'Terraform makes this action, so the remedy is its own: declare a variable with “sensitive = true”, pass it into “fields” of the genesyscloud_integration_credential that the integration uses, and write $${credentials.x} here, with two dollar signs. The state holds the value in clear, so keep the state where only few can read it.',
  'explain.terraform.comment':
    'A comment is kept by version control like everything else. Remove the value here; code that is switched off can read a variable with “sensitive = true” instead.',
  'explain.terraform.credential':
    'Terraform makes this credential: declare a variable with “sensitive = true”, write var.x here, and give its value at run time, as TF_VAR_x or from a vault. A value stored past Terraform would be overwritten by the next apply. The state holds it in clear, so keep the state where only few can read it.',
  'explain.terraform.destroy':
    'A provisioner that runs at destroy time may refer to “self” only, so Terraform accepts no variable here. Let the command read the value from the environment in which Terraform runs, or from a vault.',
  'explain.terraform.fixed':
    'Terraform accepts no sensitive variable here: the place is read before variables have values, or is shown. Leave the value out: give it to a backend by -backend-config or the environment, and to the source of a module by the credentials that git or the registry client keeps.',
  'explain.terraform.forEach':
    'Terraform refuses a sensitive value in “for_each” and “count”, because it would show in the addresses of what is made. Go over names instead, and take each value from a variable with “sensitive = true”.',
  'explain.terraform.output':
    'Terraform refuses to show a sensitive value in an output. Mark the output “sensitive = true” first, then a variable can take the place of the value; or remove the output.',
  'explain.terraform.override':
    'An override file cannot declare a variable. Declare it with “sensitive = true” in another file of the module, write var.x here, and give its value at run time, as TF_VAR_x or from a vault.',
  'explain.terraform.provider':
    'Delete this argument and set the environment variable that the provider reads when Terraform runs: GENESYSCLOUD_OAUTHCLIENT_ID, GENESYSCLOUD_OAUTHCLIENT_SECRET or GENESYSCLOUD_ACCESS_TOKEN for Genesys Cloud.',
  'explain.terraform.reached':
    'This value ends in an output that is not sensitive or in a “for_each”, where Terraform refuses a sensitive one. Mark the output “sensitive = true”, or go over names; then a variable can take the place of the value.',
  'explain.terraform.state':
    'A state holds every value in clear. Remove the file from version control, keep the state in an encrypted backend that only few can read, and renew the credential.',
  'explain.terraform.unknown':
    'What Terraform makes of this block is not known, so no variable is offered for it. Give the value at run time, from the environment or a vault, and remove it here.',
  'explain.terraform.value':
    'Declare a variable with “sensitive = true” and without a default, write var.x where the value is needed, and give it at run time, as TF_VAR_x or from a vault. The state holds what resources are given in clear, so keep the state where only few can read it.',
  'explain.terraform.variables':
    'Keep this value out of version control: give it at run time, as TF_VAR_ with the name of the variable, or in a file that git ignores, and mark the variable with “sensitive = true”. The state holds it in clear all the same.',
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
