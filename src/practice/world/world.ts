import { notFound } from '../http/index.ts';
import type { RenderTemplate } from '../ports.ts';
import type {
  CredentialValues,
  PracticeAction,
  PracticeCredential,
  PracticeIntegration,
  PracticeState,
} from './model.ts';

/** What the world is made of; ids and time come from outside, so a test run is the same each time. */
export interface WorldOptions {
  readonly seed: PracticeState;
  readonly values?: CredentialValues;
  readonly render: RenderTemplate;
  readonly newId: () => string;
  /** ISO 8601. */
  readonly now: () => string;
  readonly onChange?: () => void;
}

/** The practice org's memory. Handlers read `state` and replace parts of it by `update`, all within one tick. */
export class World {
  readonly render: RenderTemplate;
  readonly newId: () => string;
  readonly now: () => string;
  readonly #onChange: () => void;
  readonly #values: Map<string, Readonly<Record<string, string>>>;
  #state: PracticeState;

  constructor(options: WorldOptions) {
    this.render = options.render;
    this.newId = options.newId;
    this.now = options.now;
    this.#onChange = options.onChange ?? (() => undefined);
    this.#state = options.seed;
    this.#values = new Map(options.values);
  }

  get state(): PracticeState {
    return this.#state;
  }

  /** Field values that are at hand. A credential whose values were lost over a restart is not in it. */
  get values(): CredentialValues {
    return this.#values;
  }

  update(change: Partial<PracticeState>): void {
    this.#state = { ...this.#state, ...change };
    this.#onChange();
  }

  /** Adds or replaces a credential together with its values. */
  putCredential(credential: PracticeCredential, values: Readonly<Record<string, string>>): void {
    this.#values.set(credential.id, values);
    this.update({ credentials: upsert(this.#state.credentials, credential) });
  }

  removeCredential(id: string): void {
    this.#values.delete(id);
    this.update({ credentials: this.#state.credentials.filter((credential) => credential.id !== id) });
  }

  putIntegration(integration: PracticeIntegration): void {
    this.update({ integrations: upsert(this.#state.integrations, integration) });
  }

  putAction(action: PracticeAction): void {
    this.update({ actions: upsert(this.#state.actions, action) });
  }

  /** The integration; a refusal (404) where there is none. */
  integration(id: string): PracticeIntegration {
    return found(this.#state.integrations.find((integration) => integration.id === id));
  }

  /** The credential; a refusal (404) where there is none. */
  credential(id: string): PracticeCredential {
    return found(this.#state.credentials.find((credential) => credential.id === id));
  }
}

/** The thing, or a refusal (404). */
export function found<T>(thing: T | undefined): T {
  if (thing === undefined) throw notFound();
  return thing;
}

function upsert<T extends { readonly id: string }>(things: readonly T[], thing: T): readonly T[] {
  return things.some((other) => other.id === thing.id)
    ? things.map((other) => (other.id === thing.id ? thing : other))
    : [...things, thing];
}
