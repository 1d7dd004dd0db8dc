import { Sensitive } from '../../../../src/base/sensitive.ts';
import { around } from '../../../../src/store/kept/place.ts';
import type { KeptLiteral } from '../../../../src/store/kept/waiting.ts';
import { WaitingValues } from '../../../../src/store/kept/waitingValues.ts';
import type { SecretsPort } from '../../../../src/store/secretRecords.ts';

export const DAY = 24 * 60 * 60 * 1000;

/** A clock that a test sets. */
export interface Clock {
  now: number;
}

/** The values as one window has them. */
export function windowOn(keep: SecretsPort, clock: Clock = { now: 0 }): WaitingValues {
  return new WaitingValues({ keep, now: () => clock.now, newId: () => crypto.randomUUID() });
}

/** A file whose literal is replaced. */
export class Replacement {
  readonly uri: string;
  readonly literal: string;
  readonly reference = '${credentials.apiKey}';
  readonly before: string;
  readonly after: string;
  readonly offset: number;

  constructor(literal: string, uri = 'file:///w/a.json') {
    this.uri = uri;
    this.literal = literal;
    const [head, tail] = ['{ "headers": { "X-API-Key": "', '" }, "requestType": "GET" }'];
    this.offset = head.length;
    this.before = head + literal + tail;
    this.after = head + this.reference + tail;
  }

  get known() {
    return { uri: this.uri, reference: this.reference, offset: this.offset, isShown: true };
  }

  get kept(): KeptLiteral {
    return {
      fields: [{ name: 'apiKey', value: new Sensitive(this.literal) }],
      written: new Sensitive(this.literal),
      ...around(this.before, this.offset, this.offset + this.literal.length),
    };
  }
}
