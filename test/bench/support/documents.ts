import type { Random } from './random.ts';

const WORDS = [
  'queue',
  'customer',
  'booking',
  'agent',
  'callback',
  'language',
  'priority',
  'survey',
  'greeting',
  'order',
];

/** An Architect flow as they are exported: tasks with calls, decisions, updates and prompts, few of them with a secret. */
export function flow(random: Random, bytes: number): string {
  const parts = [
    `inboundCall:\n  name: ${name(random)}\n  defaultLanguage: en-us\n  startUpRef: ./menus/menu[main]\n  tasks:\n`,
  ];
  let length = 0;
  for (let i = 0; length < bytes; i++) {
    const part = task(random, i);
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

function task(random: Random, i: number): string {
  const secret = random.below(20) === 0 ? random.text(32, 'abcdefghijklmnopqrstuvwxyz0123456789') : `{{apiKey${i}}}`;
  return `    - task:
        name: ${name(random)}
        refId: Task_${i}
        variables:
          - stringVariable:
              name: Task.${random.pick(WORDS)}${i}
              initialValue:
                lit: ${name(random)}
              isInput: false
              isOutput: false
        actions:
          - playAudio:
              name: ${name(random)}
              audio:
                exp: 'ToAudioTTS("${name(random)}, ${name(random)}") + ToAudio(Flow.${random.pick(WORDS)})'
          - callData:
              name: ${name(random)}
              timeout:
                lit:
                  seconds: ${random.below(60)}
              category:
                ${name(random)}:
                  dataAction:
                    ${name(random)}:
                      inputs:
                        ${random.pick(WORDS)}Id:
                          exp: Flow.${random.pick(WORDS)}
                        apiKey:
                          lit: "${secret}"
                        note:
                          exp: "\\"${name(random)} \\" + Task.${random.pick(WORDS)} + \\" (${name(random)})\\""
                      successOutputs:
                        status:
                          var: Task.${random.pick(WORDS)}${i}
                      failureOutputs:
                        errorCode:
                          noValue: true
                        userParams.key:
                          noValue: true
              outputs:
                success:
                  actions:
                    - decision:
                        name: ${name(random)}
                        condition:
                          exp: Task.${random.pick(WORDS)} == "${random.pick(WORDS)}"
                        outputs:
                          yes:
                            actions:
                              - transferToAcd:
                                  name: ${name(random)}
                                  targetQueue:
                                    lit:
                                      name: ${name(random)}
                                  priority:
                                    lit: ${random.below(10)}
`;
}

/** A Data Action as the UI exports it; one in five holds a literal credential. */
export function dataAction(random: Random): string {
  const key =
    random.below(5) === 0 ? random.text(40, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123456789') : '${credentials.apiKey}';
  const properties = Object.fromEntries(
    Array.from({ length: 3 + random.below(6) }, (_, i) => [
      `${random.pick(WORDS)}${i}`,
      { type: 'string', title: name(random), description: `${name(random)} of the ${random.pick(WORDS)}` },
    ]),
  );
  const action = {
    name: name(random),
    integrationType: 'custom-rest-actions',
    actionType: 'custom',
    config: {
      request: {
        requestUrlTemplate: `https://api.example.com/${random.pick(WORDS)}/\${input.${random.pick(WORDS)}}?page=1&sort=${random.pick(WORDS)}`,
        requestType: 'POST',
        headers: { 'X-API-Key': key, 'Content-Type': 'application/json', Accept: 'application/json' },
        requestTemplate: `{\n  "${random.pick(WORDS)}": "\${input.${random.pick(WORDS)}}",\n  "note": "${name(random)}",\n  "items": [1, 2, 3]\n}`,
      },
      response: {
        translationMap: { id: '$.id' },
        translationMapDefaults: { id: '""' },
        successTemplate: '{"id": ${id}}',
      },
    },
    contract: {
      input: { inputSchema: { type: 'object', properties, additionalProperties: true } },
      output: { successSchema: { type: 'object', properties, additionalProperties: true } },
    },
    secure: false,
  };
  return JSON.stringify(action, null, 2);
}

/** A module of CX as Code: a provider, variables, integrations with credentials and Data Actions, queues without any. */
export function terraform(random: Random, bytes: number): string {
  const parts = [`provider "genesyscloud" {\n  aws_region = "eu-central-1"\n}\n`];
  let length = 0;
  for (let i = 0; length < bytes; i++) {
    const part = resource(random, i);
    parts.push(part);
    length += part.length;
  }
  return parts.join('\n');
}

function resource(random: Random, i: number): string {
  const word = random.pick(WORDS);
  const secret =
    random.below(10) === 0 ? `"${random.text(32, 'abcdefghijklmnopqrstuvwxyz0123456789')}"` : `var.${word}_${i}`;
  return `# ${name(random)}
resource "genesyscloud_routing_queue" "${word}_${i}" {
  name        = "${name(random)}"
  description = "${name(random)} of the \${var.${word}}"
  acw_timeout_ms = ${random.below(60)}000
  media_settings_call {
    alerting_timeout_sec = ${random.below(60)}
    service_level_percentage = 0.${random.below(9)}
  }
}

variable "${word}_${i}" {
  type        = string
  description = "${name(random)}"
  default     = "${name(random)}"
}

resource "genesyscloud_integration_credential" "${word}_${i}" {
  name                 = "${name(random)}"
  credential_type_name = "userDefined"
  fields = {
    apiKey = ${secret}
    region = "\${var.region}"
  }
}

resource "genesyscloud_integration_action" "${word}_${i}" {
  name           = "${name(random)}"
  category       = "\${genesyscloud_integration.${word}.id}"
  contract_input = jsonencode({ "type" = "object", "properties" = { "${word}" = { "type" = "string" } } })
  config_request {
    request_url_template = "https://api.example.com/${word}/$\${input.${word}}"
    request_type         = "POST"
    request_template     = <<-EOT
      {"${word}": "$\${input.${word}}", "note": "${name(random)}"}
    EOT
    headers = {
      "X-API-Key" = "$\${credentials.apiKey}"
    }
  }
}
`;
}

function name(random: Random): string {
  return Array.from({ length: 2 + random.below(3) }, () => random.pick(WORDS)).join(' ');
}
