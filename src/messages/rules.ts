/** What the rules are called. */
export const RULE_TITLES = {
  'rule.authorization-header': 'A credential in an authorization header',
  'rule.connection-string': 'A connection string with its password',
  'rule.credential-as-input': 'A credential travels through the flow',
  'rule.credential-in-output': 'A credential in what an action returns',
  'rule.custom-pattern': "A credential of a team's own format",
  'rule.known-token': 'A token whose shape names its provider',
  'rule.named-credential': 'A value whose name says credential',
  'rule.private-key': 'A private key',
  'rule.reference-in-flow': 'A credential reference in a flow',
  'rule.reference-not-stored': 'A credential reference that is not verified yet',
  'rule.silencing': 'A silencing that does not work',
  'rule.team-file': 'A mistake in the team file',
  'rule.url-credential': 'A credential in a URL',
} as const;

type RuleTitleId = keyof typeof RULE_TITLES;

/** The rules of the product. An id is permanent: diagnostic code, docs page, setting key. */
export type RuleId = RuleTitleId extends `rule.${infer Id}` ? Id : never;

/** What a rule is called and where its page stands, relative to the root of the extension. */
export interface RuleDoc {
  readonly title: RuleTitleId;
  readonly page: string;
}

/** Every rule, by id. */
export const RULE_DOCS: Readonly<Record<RuleId, RuleDoc>> = {
  'authorization-header': doc('authorization-header'),
  'connection-string': doc('connection-string'),
  'credential-as-input': doc('credential-as-input'),
  'credential-in-output': doc('credential-in-output'),
  'custom-pattern': doc('custom-pattern'),
  'known-token': doc('known-token'),
  'named-credential': doc('named-credential'),
  'private-key': doc('private-key'),
  'reference-in-flow': doc('reference-in-flow'),
  'reference-not-stored': doc('reference-not-stored'),
  silencing: doc('silencing'),
  'team-file': doc('team-file'),
  'url-credential': doc('url-credential'),
};

function doc(id: RuleId): RuleDoc {
  return { title: `rule.${id}`, page: `docs/rules/${id}.md` };
}
