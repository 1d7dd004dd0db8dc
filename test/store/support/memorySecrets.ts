import type { SecretsPort } from '../../../src/store/secretRecords.ts';

/** A secret storage in memory, which can refuse. */
export class MemorySecrets implements SecretsPort {
  readonly values = new Map<string, string>();
  /** What is refused, by the name of the call and the key. */
  refuses: (call: 'get' | 'store' | 'delete', key: string) => boolean = () => false;

  async keys(): Promise<readonly string[]> {
    return [...this.values.keys()];
  }

  async get(key: string): Promise<string | undefined> {
    this.#ask('get', key);
    return this.values.get(key);
  }

  async store(key: string, value: string): Promise<void> {
    this.#ask('store', key);
    this.values.set(key, value);
  }

  async delete(key: string): Promise<void> {
    this.#ask('delete', key);
    this.values.delete(key);
  }

  #ask(call: 'get' | 'store' | 'delete', key: string): void {
    if (this.refuses(call, key)) throw new Error('the keychain is locked');
  }
}
