import { drawn } from '../../genesys/support/values.ts';

/** A flow with credentials in it, each on a line of its own. */
export interface PlantedFlow {
  readonly label: string;
  readonly text: string;
  /** What stands in it and is found while it is whole. */
  readonly values: readonly string[];
}

/** The passwords stand in no word list and look like words: only their names tell. */
const PASSWORDS = ['Regentonne-Ulm-42', 'Kastanie.Hof.77', 'Nebelhorn+Nord9'];

/** Gives the next value of a flow: drawn, or a password that somebody chose. */
interface Values {
  drawn(): string;
  chosen(): string;
}

type Flow = (values: Values) => string;

/** Flows of several types, layouts and styles; together they have a value in each kind of place. */
const FLOWS: Readonly<Record<string, Flow>> = {
  'variables, quoted as Architect does': (values) => `inboundCall:
  name: Pay Line
  defaultLanguage: en-us
  variables:
    - stringVariable:
        name: Flow.payPassword
        initialValue:
          lit: ${values.chosen()}
        isInput: false
    - stringVariable:
        name: Flow.apiKey
        description: "What the shop's service expects"
        initialValue:
          lit: "${values.drawn()}"
        isInput: true
    - integerVariable:
        name: Flow.attempt
        initialValue:
          lit: 0
  settingsErrorHandling:
    errorHandling:
      disconnect:
        none: true
`,
  'inputs of a Data Action': (values) => `workflow:
  name: Look Up
  startUpRef: "/workflow/states/state[Start_10]"
  states:
    - state:
        name: Start
        refId: Start_10
        actions:
          - callData:
              name: Find Order
              timeout:
                lit:
                  seconds: 30
              category:
                Shop Functions:
                  dataAction:
                    Find Order:
                      inputs:
                        orderId:
                          exp: Flow.orderId
                        apiKey:
                          lit: ${values.drawn()}
                        password:
                          lit: "${values.chosen()}"
                      failureOutputs:
                        errorCode:
                          noValue: true
`,
  'attributes of a conversation': (values) => `inboundShortMessage:
  name: Messages
  supportedLanguages:
    en-us:
      defaultLanguageSkill:
        noValue: true
  startUpState:
    state:
      name: Initial
      actions:
        - setParticipantData:
            name: Keep
            attributes:
              - attribute:
                  name:
                    lit: crmPassword
                  value:
                    lit: ${values.chosen()}
              - attribute:
                  name:
                    lit: accessToken
                  value:
                    lit: '${values.drawn()}'
        - disconnect:
            name: End
`,
  statements: (values) => `botFlow:
  name: Bot
  defaultLanguage: de-de
  bots:
    - bot:
        name: Start
        actions:
          - updateData:
              name: Set
              statements:
                - string:
                    variable: Flow.ticketPassword
                    value:
                      lit: "${values.chosen()}"
                - string:
                    variable: Flow.greeting
                    value:
                      exp: ToString("Hello, " + Flow.name)
                - string:
                    variable: Flow.apiToken
                    value:
                      exp: '"${values.drawn()}"'
`,
  'texts in expressions': (values) => `inqueueCall:
  name: Queue
  defaultLanguage: en-us
  tasks:
    - task:
        name: Sign In
        refId: Task_12
        actions:
          - updateData:
              name: Header
              statements:
                - string:
                    variable: Task.header
                    value:
                      exp: Append("Bearer ", "${values.drawn()}")
                - string:
                    variable: Task.url
                    value:
                      exp: "\\"https://api.example.com/v1/orders?api_key=${values.drawn()}\\""
          - decision:
              name: Is it right?
              condition:
                exp: Flow.pin == "" or Flow.tries > 3
`,
  'four spaces': (values) => `commonModule:
    name: Module
    startUpRef: "/commonModule/tasks/task[Main_1]"
    variables:
        - stringVariable:
              name: Flow.serviceSecret
              initialValue:
                  lit: ${values.drawn()}
              isInput: false
              isOutput: false
    tasks:
        - task:
              name: Main
              actions:
                  - callData:
                        name: Send
                        inputs:
                            clientSecret:
                                lit: ${values.drawn()}
                            userPassword:
                                lit: ${values.chosen()}
`,
  'lists in the column of their key': (values) => `inboundEmail:
  name: Mail
  defaultLanguage: en-us
  variables:
  - stringVariable:
      name: Flow.mailboxPassword
      initialValue:
        lit: ${values.chosen()}
  - stringVariable:
      name: Flow.subject
      initialValue:
        lit: Your order
  states:
  - state:
      name: Start
      actions:
      - callData:
          name: Forward
          inputs:
            apiKey:
              lit: ${values.drawn()}
`,
  'Windows line ends': (values) =>
    `voiceSurvey:
  name: Survey
  defaultLanguage: en-us
  variables:
    - stringVariable:
        name: Flow.surveySecret
        initialValue:
          lit: ${values.drawn()}
    - stringVariable:
        name: Flow.surveyPassword
        initialValue:
          lit: ${values.chosen()}
  surveyQuestionGroups:
    - surveyQuestionGroup:
        name: Group 1
        questions:
          - question:
              name: How was it?
`.replaceAll('\n', '\r\n'),
  'blocks of text': (values) => `outboundCall:
  name: Campaign
  description: |
    Calls back whoever asked for it.
    note: never at night
  defaultLanguage: en-us
  variables:
    - stringVariable:
        name: Flow.body
        description: >-
          What is sent
          to the service.
        initialValue:
          lit: |
            {
              "user": "svc",
              "password": "${values.chosen()}"
            }
    - stringVariable:
        name: Flow.apiKey
        initialValue:
          lit: >-
            ${values.drawn()}
`,
  'flow collections and comments': (values) => `digitalBot:
  name: Assistant
  # The service was moved in May; ask its owner.
  supportedLanguages: { en-us: { none: true } }
  variables:
    - stringVariable: { name: Flow.size, initialValue: { lit: "small" } }
    - stringVariable:
        name: Flow.orderPassword
        initialValue: { lit: ${values.chosen()} }
    - stringVariable:
        name: Flow.token
        initialValue:
          # the one for tests
          lit: ${values.drawn()} # ends in June
  # old apiKey: ${values.drawn()}
`,
  substitutions: (values) => `secureCall:
  name: "{{flow_name}}"
  startUpRef: ./menus/menu[main]
  actions:
    - callData:
        name: Look Up
        category:
          {{category}}:
            dataAction:
              \${action}:
                inputs:
                  "user.name":
                    lit: {{user}}
                  "user.password":
                    lit: ${values.chosen()}
                  accessKey:
                    lit: "${values.drawn()}"
    - transferToAcd:
        name: Queue
        targetQueue:
          lit:
            name: "{{queue}}"
`,
  'one space and deep nesting': (values) => `workitem:
 name: Deep
 defaultLanguage: en-us
 states:
  - state:
     name: Initial
     variables:
      - stringVariable:
         name: State.dbPassword
         initialValue:
          lit: ${values.chosen()}
     actions:
      - switch:
         name: Which?
         evaluate:
          firstTrue:
           cases:
            - case:
               value:
                exp: Flow.a == 1
               actions:
                - callData:
                   name: Call
                   inputs:
                    apiSecret:
                     lit: ${values.drawn()}
`,
};

/** The flows of the project's own. The values are the same in each run. */
export const PLANTED_FLOWS: readonly PlantedFlow[] = Object.entries(FLOWS).map(([label, make], i) => {
  const values: string[] = [];
  const kept = (value: string): string => {
    values.push(value);
    return value;
  };
  const chosen = (): string => `${PASSWORDS[values.length % PASSWORDS.length] ?? ''}`;
  const text = make({
    drawn: () => kept(drawn(500 + i * 10 + values.length)),
    chosen: () => kept(chosen()),
  });
  return { label, text, values };
});
