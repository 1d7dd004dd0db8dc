import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { RESULTS } from '../../scripts/lib/paths.mjs';

/** How long something that should happen may take, in milliseconds: the machine may be busy with something else. */
export const PATIENCE = 90_000;

/** The workbench in a browser page, as an author uses it. */
export class Workbench {
  #page;

  constructor(page) {
    this.#page = page;
    page.setDefaultTimeout(PATIENCE);
  }

  async open(url) {
    await this.#page.goto(url, { waitUntil: 'domcontentloaded' });
    await this.#page.locator('.monaco-workbench .explorer-viewlet').waitFor();
    await this.#page.locator('.tabs-container .tab').filter({ hasText: 'README' }).waitFor();
  }

  /** Loads the page anew, as after a restart of the browser. */
  async reload() {
    await this.#page.reload({ waitUntil: 'domcontentloaded' });
    await this.#page.locator('.monaco-workbench .explorer-viewlet').waitFor();
    await this.#page.locator('.tabs-container .tab').first().waitFor();
  }

  /** Trusts the folder, by the bar at the top. */
  async trust() {
    await this.#page.locator('.banner-toolbar, .part.banner').getByText('Manage').click();
    const editor = this.#page.locator('.workspace-trust-editor');
    await editor.getByRole('button', { name: 'Trust', exact: true }).click();
    await this.#page.locator('.part.banner').getByText('Restricted Mode').waitFor({ state: 'hidden' });
    await this.#page
      .locator('.monaco-modal-editor-block, .monaco-workbench')
      .locator('.codicon-close:visible')
      .last()
      .click();
    await editor.waitFor({ state: 'hidden' });
  }

  /** Opens a file of a folder in the explorer. */
  async openFile(folder, name) {
    const row = (text) =>
      this.#page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: text }).first();
    if ((await row(folder).getAttribute('aria-expanded')) !== 'true') await row(folder).click();
    await row(name).dblclick();
    await this.#page.locator('.tabs-container .tab.active').filter({ hasText: name }).waitFor();
  }

  /** Runs a command by its title, as with F1. Right after a start the extension's commands are not listed yet. */
  async command(title) {
    const row = this.#page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();
    for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
      await this.#page.keyboard.press('F1');
      await this.#type(`>${title}`);
      if (await isSoonVisible(row)) return row.click();
      await this.#page.keyboard.press('Escape');
    }
    throw new Error(`there is no command ${title}`);
  }

  async #type(text) {
    const input = this.#page.locator('.quick-input-widget input');
    await input.waitFor();
    await input.fill(text);
  }

  /** Waits for an error squiggle in the editor. */
  async squiggle() {
    await this.#page.locator('.monaco-editor .squiggly-error').first().waitFor();
  }

  async noSquiggle() {
    await this.#page.locator('.monaco-editor .squiggly-error').first().waitFor({ state: 'detached' });
  }

  /** Puts the cursor on the first problem of the file and chooses a quick fix by its title. */
  async quickFix(title, picture) {
    await this.#page.keyboard.press('F8');
    const item = this.#page.locator('.action-widget .monaco-list-row').filter({ hasText: title }).first();
    // On a busy machine the widget of the problem may still take the first keys.
    for (const end = Date.now() + PATIENCE; ; ) {
      await this.#page.keyboard.press('Escape');
      await this.#page.keyboard.press('Control+.');
      if (await isSoonVisible(item)) break;
      if (Date.now() > end) throw new Error(`there is no quick fix ${title}`);
    }
    if (picture) await this.picture(picture);
    await item.click();
  }

  /** Chooses an item of the open list. */
  async pick(label, picture) {
    const item = this.#page.locator('.quick-input-list .monaco-list-row').filter({ hasText: label }).first();
    await item.waitFor();
    if (picture) await this.picture(picture);
    await item.click();
  }

  /** Waits until the open list has an item with these words. */
  async listShows(words) {
    await this.#page.locator('.quick-input-list .monaco-list-row').filter({ hasText: words }).first().waitFor();
  }

  /** The rows of an open list in which several can be chosen, and which of them are. */
  async rows(title) {
    await this.#page.locator('.quick-input-widget').filter({ hasText: title }).waitFor();
    const rows = this.#page.locator('.quick-input-list .monaco-list-row');
    await rows.first().waitFor();
    return rows.evaluateAll((all) =>
      all.map((row) => ({
        label: row.querySelector('.label-name')?.textContent ?? '',
        isChosen: row.querySelector('[aria-checked="true"], input:checked') !== null,
      })),
    );
  }

  /** What the extension's item in the status bar says, with its tooltip, once that holds these words. */
  async status(words) {
    const item = this.#page.locator(`.statusbar-item[id$="genesysSecrets.status"] [aria-label*="${words}"]`).first();
    // The workspace is scanned when the window is idle, and a busy machine takes its time until then.
    await item.waitFor({ timeout: 2 * PATIENCE });
    return item.getAttribute('aria-label');
  }

  /** Narrows Problems down to what holds these words, waits for the first of it and, where told, for so many. @returns the rows on the screen */
  async problems(words, count = '\\d+') {
    await this.command('Problems: Focus on Problems View');
    await this.#page.locator('.viewpane-filter input').first().fill(words);
    const row = this.#page.locator('.markers-panel .monaco-list-row').filter({ hasText: words });
    await row.first().waitFor();
    const badge = this.#page.locator('.viewpane-filter-badge').filter({ hasText: new RegExp(`Showing ${count} of`) });
    await badge.first().waitFor();
    const shown = /Showing (\d+) of/.exec(await badge.first().textContent())?.[1];
    return { shown: Number(shown), rows: await row.allTextContents() };
  }

  async hasNotification() {
    return (await this.#page.locator('.notifications-toasts .notification-list-item').count()) > 0;
  }

  /** Presses a button of the open dialog. */
  async dialog(button, picture) {
    const box = this.#page.locator('.monaco-dialog-box');
    await box.waitFor();
    if (picture) await this.picture(picture);
    const text = await box.textContent();
    await box.getByRole('button', { name: button }).click();
    return text;
  }

  /** The text of the first notification that holds these words. */
  async notification(words) {
    const toast = this.#page
      .locator('.notifications-toasts .notification-list-item')
      .filter({ hasText: words })
      .first();
    await toast.waitFor();
    return toast.textContent();
  }

  /** Presses a button of the first notification that holds these words. */
  async answer(words, button) {
    const toast = this.#page
      .locator('.notifications-toasts .notification-list-item')
      .filter({ hasText: words })
      .first();
    await toast.getByRole('button', { name: button }).click();
  }

  async press(keys) {
    await this.#page.keyboard.press(keys);
  }

  /** Waits until the visible text of the editor holds something. */
  async editorShows(text) {
    await this.#page.waitForFunction(
      (wanted) => {
        const lines = [...document.querySelectorAll('.monaco-editor .view-lines')].map(
          (each) => each.textContent ?? '',
        );
        return lines.join('\n').replaceAll('\u00a0', ' ').includes(wanted);
      },
      text,
      { timeout: PATIENCE },
    );
  }

  /** The visible lines of the editors, one after the other without line ends, however they are wrapped. */
  async shownLines() {
    return this.#page.evaluate(() => {
      const top = (line) => line.getBoundingClientRect().top;
      const editors = [...document.querySelectorAll('.monaco-editor .view-lines')];
      const lines = editors.flatMap((editor) => [...editor.children].sort((a, b) => top(a) - top(b)));
      return lines.map((line) => (line.textContent ?? '').replaceAll('\u00a0', ' ')).join('');
    });
  }

  /** What of the editor's text is on the screen. */
  async editorText() {
    const lines = await this.#page.locator('.monaco-editor .view-lines').allTextContents();
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  /** Saves what is on the screen. */
  async picture(name) {
    await mkdir(RESULTS, { recursive: true });
    await this.#page.screenshot({ path: join(RESULTS, `${name}.png`) });
  }
}

async function isSoonVisible(locator) {
  try {
    await locator.waitFor({ timeout: 2000 });
    return true;
  } catch {
    return false;
  }
}
