import { Sensitive } from '../../src/base/sensitive.ts';
import type { PickItem, PickOptions, Ui } from '../../src/commands/ports/ui.ts';

/** What an author answers. Anything not answered is left, as with Escape. */
export interface Answers {
  /** The label of the item to pick, by the order in which lists are shown. */
  readonly picks?: readonly string[];
  readonly inputs?: readonly string[];
  readonly confirms?: boolean;
  /** Buttons of notifications that are pressed whenever they are offered. */
  readonly presses?: readonly string[];
}

/** Stands in for the author, and keeps every word that was shown. */
export class Author {
  readonly shown: string[] = [];
  /** Asks this author. */
  readonly ui: Ui;
  #picks: string[] = [];
  #inputs: string[] = [];
  #confirms = false;
  #presses: readonly string[] = [];

  /** @param before whom the author sits down: from now on its questions come here */
  constructor(before?: { readonly ui: Ui }) {
    this.ui = Object.assign(before?.ui ?? {}, this.#ui());
  }

  answers({ picks = [], inputs = [], confirms = false, presses = [] }: Answers): void {
    this.#picks = [...picks];
    this.#inputs = [...inputs];
    this.#confirms = confirms;
    this.#presses = presses;
  }

  #ui(): Ui {
    const say = async (...words: string[]): Promise<string | undefined> => {
      this.shown.push(...words);
      return words.slice(1).find((word) => this.#presses.includes(word));
    };
    return {
      info: say,
      warn: say,
      error: say,
      tell: async (...words) => {
        await say(...words);
      },
      confirm: async (...words) => {
        await say(...words);
        return this.#confirms;
      },
      ask: async (question, detail, buttons) => {
        const [first] = buttons;
        return (await say(question, ...buttons, detail)) ?? (this.#confirms ? first : undefined);
      },
      pick: async <Item extends PickItem>(items: readonly Item[], options: PickOptions) => {
        await say(JSON.stringify([items, options]));
        const wanted = this.#picks.shift();
        return items.find((item) => item.label === wanted);
      },
      pickMany: async (items, options) => {
        await say(
          JSON.stringify([items.map(({ label, description, detail }) => [label, description, detail]), options]),
        );
        return items.filter((item) => item.picked || this.#picks.includes(item.label));
      },
      input: async (options) => {
        await say(JSON.stringify(options));
        return this.#inputs.shift();
      },
      form: async (form) => {
        await say(JSON.stringify(form));
        const values: Sensitive[] = [];
        for (const { label, hidden } of form.fields) {
          const value = await this.ui.input({ title: label, password: hidden });
          if (value === undefined) return undefined;
          values.push(new Sensitive(value));
        }
        return values;
      },
      openExternal: async (address) => {
        await say(address);
      },
      busy: async (title, task) => {
        await say(title);
        return task();
      },
      progress: async (title, task) => {
        await say(title);
        return task((step) => void say(JSON.stringify(step)), new AbortController().signal);
      },
    };
  }
}
