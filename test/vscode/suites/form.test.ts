import { expect } from 'chai';
import * as vscode from 'vscode';
import type { Form } from '../../../src/commands/ports/form.ts';
import { answerOf, type FormPort } from '../../../src/extension/form/form.ts';
import { formPage } from '../../../src/extension/form/formPage.ts';
import { showForm } from '../../../src/extension/form/formPanel.ts';
import { secret } from '../../support/values.ts';
import { eventually } from '../support/editor.ts';

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
    const value = secret();
    const answer = answerOf(FORM, page);
    page.send([value, '']);
    const values = await answer;
    expect(values?.map((each) => each.reveal())).to.deep.equal([value, '']);
    expect(JSON.stringify(values)).not.to.include(value);
    expect(page.closed).to.equal(true);
  });

  it('is none for a message that does not fit the form', async () => {
    const page = new Page();
    const answer = answerOf(FORM, page);
    for (const message of [undefined, {}, ['x'], ['', 'x'], [1, 'x'], ['x', 'x', 'x'], 'x']) page.send(message);
    expect(page.closed).to.equal(false);
    page.close();
    expect(await answer).to.equal(undefined);
  });

  it('is none when the author cancels', async () => {
    const page = new Page();
    const answer = answerOf(FORM, page);
    page.send('cancel');
    expect(await answer).to.equal(undefined);
    expect(page.closed).to.equal(true);
  });
});

describe('the page of a form', () => {
  const nonce = secret();
  const page = formPage(FORM, nonce);

  it('loads nothing and runs nothing but what has its nonce', () => {
    expect(page).to.include(`default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`);
    expect(page.match(/<(script|style)\b[^>]*>/g)).to.deep.equal([
      `<style nonce="${nonce}">`,
      `<script nonce="${nonce}">`,
    ]);
    expect(page).not.to.match(/\b(?:src|href|style|on\w+)=|https?:|url\(/);
  });

  it('shows labels as text', () => {
    expect(page).not.to.include('<b>');
    expect(page).not.to.include('apiKey"');
  });

  it('has a label for each field, hides what is secret, and fills nothing in', () => {
    expect(page.match(/<label for="f\d">/g)).to.have.length(2);
    expect(page.match(/type="(?:password|text)"/g)).to.deep.equal(['type="password"', 'type="text"']);
    expect(page).not.to.match(/<input[^>]*\bvalue=/);
  });
});

describe('a form', () => {
  const form = {
    title: 'Values of a credential',
    notes: ['A note'],
    fields: [{ label: 'apiKey', hidden: true, required: true }],
    button: 'Continue…',
    cancel: 'Cancel',
  };

  it('is a tab of its own, and closing it leaves everything as it is', async () => {
    const answer = showForm(form);
    const tab = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label === form.title);
    await eventually(() => tab() !== undefined, 'the form is shown');
    const shown = tab();
    if (shown) await vscode.window.tabGroups.close(shown);
    expect(await answer).to.equal(undefined);
  });
});
