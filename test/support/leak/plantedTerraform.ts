import { hcl, json, type Values } from './plantedValues.ts';

export function terraform({ chosen, drawn }: Values): string {
  return `provider "genesyscloud" {
  oauthclient_id     = ${hcl(chosen())}
  oauthclient_secret = ${hcl(chosen())}
}
# password = ${hcl(chosen())}
resource "genesyscloud_integration_credential" "one" {
  name = "one"
  fields = {
    userName = ${hcl(chosen())}
    password = ${hcl(chosen())}
    "apiKey" : ${hcl(drawn())}
  }
}
resource "genesyscloud_integration_action" "two" {
  config_request {
    request_url_template = "https://api.example.com/v1?api_key=${drawn()}"
    headers = { "X-Note" = ${hcl(chosen())}, "X-API-Key" = ${hcl(drawn())} }
    request_template = jsonencode({ password = ${hcl(chosen())}, list = [${hcl(chosen())}, ${hcl(chosen())}] })
  }
}
variable "token" {
  default = ${hcl(drawn())}
}
locals {
  note     = ${hcl(chosen())}
  password = <<EOT
${chosen()}
EOT
}
`;
}

export function terraformObject({ chosen, drawn }: Values): object {
  return {
    provider: { genesyscloud: { oauthclient_id: chosen(), oauthclient_secret: chosen() } },
    resource: {
      genesyscloud_integration_credential: {
        one: { fields: { userName: chosen(), password: chosen(), apiKey: drawn() } },
      },
    },
    locals: { note: chosen(), list: [chosen(), chosen()], token: drawn() },
  };
}

export function templateOf({ chosen, drawn }: Values): object {
  return {
    name: 'Order',
    integrationType: 'custom-rest-actions',
    actionType: 'custom',
    config: {
      request: {
        requestUrlTemplate: 'https://${host}/v1',
        headers: { 'X-Note': chosen(), 'X-API-Key': drawn(), 'X-Password': chosen() },
        requestTemplate: json({ password: chosen(), apiKey: drawn() }),
      },
    },
  };
}

export function variables({ chosen, drawn }: Values): string {
  return `note = ${hcl(chosen())}
password = ${hcl(chosen())}
api_key = ${hcl(drawn())}
list = [${hcl(chosen())}, ${hcl(chosen())}]
settings = {
  user = ${hcl(chosen())}
  "client_secret" = ${hcl(drawn())}
}
`;
}

export function variablesObject({ chosen, drawn }: Values): object {
  return { note: chosen(), password: chosen(), api_key: drawn(), list: [chosen(), chosen()], a: { token: drawn() } };
}

export function state({ chosen, drawn }: Values): object {
  return {
    version: 4,
    terraform_version: '1.9.5',
    lineage: 'x',
    resources: [
      {
        type: 'genesyscloud_integration_credential',
        name: 'one',
        instances: [
          { attributes: { name: 'one', fields: { userName: chosen(), password: chosen(), apiKey: drawn() } } },
        ],
      },
      { type: 'x_y', name: 'two', instances: [{ attributes: { note: chosen(), list: [chosen()], token: drawn() } }] },
    ],
  };
}
