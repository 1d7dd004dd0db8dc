import { cell, json, url, type Values, xml } from './plantedValues.ts';

export function action(values: Values): object {
  const { chosen, drawn } = values;
  return {
    name: 'Order',
    integrationType: 'custom-rest-actions',
    actionType: 'custom',
    config: {
      request: {
        requestUrlTemplate: `https://svc:${url(chosen())}@api.example.com/v1?password=${url(chosen())}&api_key=${drawn()}&x=\${input.x}`,
        requestType: 'POST',
        headers: {
          'X-Note': chosen(),
          'X-API-Key': drawn(),
          'X-Password': chosen(),
          Authorization: `Bearer ${drawn()}`,
        },
        requestTemplate: body(values),
      },
      response: {
        translationMapDefaults: { id: json(chosen()), apiKey: json({ password: chosen(), apiKey: drawn() }) },
        successTemplate: json({ password: chosen(), list: [chosen(), chosen()] }),
      },
    },
    contract: { input: { inputSchema: contract(values) } },
  };
}

/** A body in each notation, in turn. */
export function body({ chosen, drawn, turn }: Values): string {
  const bodies: readonly (() => string)[] = [
    () => json({ password: chosen(), other: { apiKey: drawn(), note: chosen() }, list: [chosen(), chosen()] }),
    () => `user=${url(chosen())}&password=${url(chosen())}&api_key=${drawn()}&note=${url(chosen())}`,
    () =>
      `<a><user>${xml(chosen())}</user><password>${xml(chosen())}</password><apiKey>${drawn()}</apiKey><b c="${xml(chosen())}" token="${drawn()}"/></a>`,
    () => `#set($note = "${chosen()}")#set($apiKey = "${drawn()}"){"password": "$esc.jsonString("${chosen()}")"}`,
    () => json({ outer: json({ password: chosen(), apiKey: drawn() }), note: chosen() }),
  ];
  return bodies[turn % bodies.length]?.() ?? '';
}

export function contract({ chosen, drawn }: Values): object {
  return {
    type: 'object',
    properties: {
      order: { type: 'string', default: chosen(), enum: [chosen(), chosen()] },
      clientSecret: { type: 'string', default: drawn() },
      password: { type: 'string', default: chosen() },
    },
  };
}

export function flow({ chosen, spoken, drawn }: Values, quoted: (text: string) => string): string {
  return `inboundCall:
  name: Main
  startUpRef: ./menus/menu[main]
  defaultLanguage: en-us
  description: ${quoted(chosen())}
  variables:
    - stringVariable:
        name: Flow.apiKey
        initialValue:
          lit: ${quoted(drawn())}
    - stringVariable:
        name: Flow.note
        initialValue:
          lit: ${quoted(chosen())}
  tasks:
    - task:
        actions:
          - callData:
              inputs:
                password:
                  lit: ${quoted(chosen())}
                apiKey:
                  exp: ${quoted(`"${drawn()}"`)}
                  note: ${quoted(chosen())}
          - updateData:
              statements:
                - string:
                    variable: Task.password
                    value: {exp: ${quoted(`"${chosen().replaceAll('"', '')}"`)}, other: ${quoted(chosen())}}
          - setParticipantData:
              attributes: [${quoted(chosen())}, ${quoted(chosen())}]
              text: |
                ${spoken()}
                token: ${drawn()}
`;
}

export function rows({ chosen, drawn }: Values): object {
  return {
    table: 'datatable',
    entities: [
      { key: 'prod', note: chosen(), apiKey: drawn(), password: chosen() },
      { key: 'test', note: chosen(), apiKey: drawn(), password: chosen() },
    ],
  };
}

export function table({ chosen, drawn }: Values, separator: string): string {
  const lines = [
    ['key', 'note', 'apiKey', 'password'],
    ['prod', chosen(), drawn(), chosen()],
    ['test', chosen(), drawn(), chosen()],
    ['dev', chosen(), drawn(), chosen()],
  ];
  return lines.map((line) => `${line.map(cell).join(separator)}\n`).join('');
}

export function agentScript({ chosen, drawn }: Values): object {
  return {
    startPageId: 'x',
    variables: [
      { name: 'apiKey', value: drawn() },
      { name: 'note', value: chosen() },
      { value: chosen(), name: 'password' },
    ],
    pages: [{ text: chosen(), list: [chosen(), chosen()] }],
  };
}

export function postman({ chosen, spoken, drawn }: Values): object {
  return {
    info: { schema: 'https://schema.getpostman.com/', name: 'genesys' },
    auth: {
      basic: [
        { key: 'username', value: chosen() },
        { key: 'password', value: chosen() },
      ],
    },
    item: [
      {
        request: {
          header: [
            { key: 'X-Note', value: chosen() },
            { key: 'X-API-Key', value: drawn() },
          ],
          url: { raw: `https://api.example.com/?note=${url(chosen())}&token=${drawn()}` },
          body: { mode: 'raw', raw: json({ password: chosen(), apiKey: drawn() }) },
        },
        event: [{ script: { exec: [`pm.environment.set("password", ${json(spoken())})`, `token = "${drawn()}"`] } }],
      },
    ],
    variable: [
      { key: 'token', value: drawn() },
      { key: 'note', value: chosen() },
    ],
  };
}

export function flowConfiguration({ chosen, drawn }: Values): object {
  return {
    flowSequenceItemList: [
      { inputs: [{ name: 'password', value: { text: json(chosen()), config: { lit: { text: chosen() } } } }] },
      { variable: 'note', value: chosen() },
      { variable: 'apiKey', value: drawn() },
    ],
  };
}
