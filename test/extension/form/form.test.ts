import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { answerOf, type Form, type FormPort } from '../../../src/extension/form/form.ts';
import { formPage } from '../../../src/extension/form/formPage.ts';

const FORM: Form = {
  title: 'Values of <b>“Booking”</b>',
  notes: ['This changes it now.'],
  fields: [
    { label: 'apiKey" autofocus x="', hidden: true, required: true },
    { label: 'note', hint: 'A text', hidden: false, required: false },
  ],
  button: 'Go on',
  cancel: 'Cancel',
};

class Page implements FormPort {
  closed = false;
  #message: (message: unknown) => void = () => {};
  #closing: () => void = () => {};
  onMessage(listener: (message: unknown) => void): void {
    this.#message = listener;
  }
  onClosed(listener: () => void): void {
    this.#closing = listener;
  }
  close(): void {
    this.closed = true;
    this.#closing();
  }
  send(message: unknown): void {
    this.#message(message);
  }
}

describe('the answer of a form', () => {
  it('is one hidden value for each field, and closes the page', async () => {
    const page = new Page();
    const value = randomUUID();
    const answer = answerOf(FORM, page);
    page.send([value, '']);
    const values = await answer;
    expect(values?.map((each) => each.reveal())).toEqual([value, '']);
    expect(JSON.stringify(values)).not.toContain(value);
    expect(page.closed).toBe(true);
  });

  it('is none for a message that does not fit the form', async () => {
    const page = new Page();
    const answer = answerOf(FORM, page);
    for (const message of [undefined, {}, ['x'], ['', 'x'], [1, 'x'], ['x', 'x', 'x'], 'x']) page.send(message);
    expect(page.closed).toBe(false);
    page.close();
    expect(await answer).toBe(undefined);
  });

  it('is none when the author cancels', async () => {
    const page = new Page();
    const answer = answerOf(FORM, page);
    page.send('cancel');
    expect(await answer).toBe(undefined);
    expect(page.closed).toBe(true);
  });
});

describe('the page of a form', () => {
  const nonce = randomUUID();
  const page = formPage(FORM, nonce);

  it('loads nothing and runs nothing but what has its nonce', () => {
    expect(page).toContain(`default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`);
    expect(page.match(/<(script|style)\b[^>]*>/g)).toEqual([`<style nonce="${nonce}">`, `<script nonce="${nonce}">`]);
    expect(page).not.toMatch(/\b(?:src|href|style|on\w+)=|https?:|url\(/);
  });

  it('shows labels as text', () => {
    expect(page).not.toContain('<b>');
    expect(page).not.toContain('apiKey"');
  });

  it('has a label for each field, hides what is secret, and fills nothing in', () => {
    expect(page.match(/<label for="f\d">/g)).toHaveLength(2);
    expect(page.match(/type="(?:password|text)"/g)).toEqual(['type="password"', 'type="text"']);
    expect(page).not.toMatch(/<input[^>]*\bvalue=/);
  });
});
