export type { Finding } from './finding.ts';
export type { Form, Literal, Owner, Role } from './literal.ts';
export { RANK } from './ranks.ts';
export type { Detection, FindingClass, Hit, Rule, Severity, ShortestIn } from './rule.ts';
export { GRAVEST, graver, lowered, severityOfWeight, type Weight } from './severity.ts';
