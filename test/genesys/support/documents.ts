import { Buffer } from 'node:buffer';

/** A Data Action with a value in its header, then its body, and much behind it. */
export function sampleAction(value: string): string {
  const request = {
    requestUrlTemplate: 'https://api.example.com/orders/${input.order}?page=1',
    requestType: 'POST',
    headers: {
      Accept: 'application/json',
      'X-API-Key': value,
      'X-Basic': `Basic ${Buffer.from('a:').toString('base64')}`,
    },
    requestTemplate: '{#if("${input.order}" != "")"order": "${input.order}", #end"note": "a \\"b\\" {c}"}',
  };
  const response = {
    translationMap: { id: '$.id', names: '$.list[*].name' },
    translationMapDefaults: { id: '""' },
    successTemplate: '{"id": ${id}, "names": ${names}}',
  };
  const schema = {
    type: 'object',
    properties: { order: { type: 'string', description: 'A, "B": {C}' } },
    required: ['order'],
  };
  const contract = { input: { inputSchema: schema }, output: { successSchema: { type: 'object', properties: {} } } };
  const kind = { integrationType: 'custom-rest-actions', actionType: 'custom' };
  return JSON.stringify({ name: 'Order', ...kind, config: { request, response }, contract, secure: false }, null, 2);
}

/** A flow with a value as an input of a Data Action call, and much behind it. */
export function sampleFlow(value: string): string {
  return `inboundCall:
  name: "{{prefix}} Main"
  description: 'it''s: a flow # with signs'
  startUpRef: "/inboundCall/tasks/task[Task_10]"
  defaultLanguage: en-us
  variables:
    - stringVariable:
        name: Flow.order
        initialValue:
          noValue: true
  tasks:
    - task:
        name: {{task}}
        refId: Task_10
        actions:
          - callData:
              name: Get Order
              category:
                {{prefix}}-CRM:
                  dataAction:
                    \${action}:
                      inputs:
                        ApiKey:
                          lit: "${value}"
                        Order: { exp: Append(Flow.order, "-", ToString(1)) }
                        Note:
                          lit: |-
                            first: line
                              "second" line
                      successOutputs:
                        Id: { var: Task.id }
              outputs:
                success:
                  actions:
                    - updateData:
                        statements:
                          - string: { variable: Flow.a, value: { exp: "\\"x\\" + Flow.b" } }
                          - boolean: { variable: Task.c, value: { lit: true } }
                failure:
                  actions:
                    - disconnect:
                        name: "it's over"
`;
}
