/** A team file with a marker in every place that could be shown. */
export function plantedTeamFile(make: () => string): string {
  return `version: ${make()}
salt: ${make()}
${make()}: 1
paths:
  - ${make()}
  - flows/${make()}/**
  - { path: nothing, reason: ${make()} }
  - { path: [${make()}], ${make()}: 1 }
rules:
  - rule: ${make()}
  - { rule: private-key, paths: ["${make()}/*"], reason: it is ${make()} }
  - { rule: private-key, paths: ["${make()}/*"] }
  - { rule: private-key, until: ${make()} }
severities:
  known-token: ${make()}
  ${make()}: error
names:
  credentials: [${make()}]
  harmless: [${make()}, { name: ${make()}, reason: fine }]
patterns:
  - { id: ${make()}, pattern: x }
  - { id: one, title: ${make()}, pattern: ${make()} }
  - { id: two, pattern: "(${make()}" }
  - { id: three, pattern: ${make()}, severity: ${make()} }
allowed:
  - { rule: known-token, path: ${make()}, keyPath: ${make()}, fingerprint: ${make()}, reason: ${make()}, until: ${make()} }
  - { rule: known-token, path: ${make()}, keyPath: ${make()}, reason: fine }
  - { rule: known-token, path: a.yaml, keyPath: a.b, reason: public demo ${make()} }
`;
}

/** A flow with a marker in every place of a comment that could be shown. */
export function plantedComments(make: () => string): string {
  const mark = '# genesys-secrets-ignore-next-line';
  return `inboundCall:
  name: Main
  startUpRef: /inboundCall/tasks/task[Main_10]
  # gitleaks:allow ${make()}
  variables:
    ${mark} ${make()} -- why
    ${mark} known-token -- ${make()}
    ${mark} known-token -- it is ${make()} until 2999-01-31
    ${mark} known-token -- why until 2${make()}
    ${mark} known-token ${make()}
    - stringVariable:
        name: Flow.apiPassword
        initialValue:
          ${mark} named-credential, known-token -- public demo
          lit: ${make()}
`;
}
