import type { Form, FormField } from '../../commands/ports/form.ts';

/**
 * The page of a form. Nothing of it is loaded from anywhere, and its one script and style are those with the nonce. It holds
 * no values: what is typed goes to the extension once, and is gone when the page is hidden.
 * @param nonce fresh for each page
 */
export function formPage({ title, notes, fields, button, cancel }: Form, nonce: string): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; form-action 'none'; base-uri 'none'`;
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${notes.map((note) => `<p>${escaped(note)}</p>`).join('\n')}
<form autocomplete="off">
${fields.map(fieldPart).join('\n')}
<div class="buttons"><button type="submit">${escaped(button)}</button><button type="button" class="secondary" id="cancel">${escaped(cancel)}</button></div>
</form>
</main>
<script nonce="${nonce}">${SCRIPT}</script>
</body>
</html>`;
}

function fieldPart({ label, hint, hidden, required }: FormField, i: number): string {
  const described = hint === undefined ? '' : ` aria-describedby="h${i}"`;
  const below = hint === undefined ? '' : `<small id="h${i}">${escaped(hint)}</small>`;
  const kind = `type="${hidden ? 'password' : 'text'}" autocomplete="${hidden ? 'new-password' : 'off'}"`;
  const flags = `${required ? ' required' : ''}${i === 0 ? ' autofocus' : ''}`;
  return `<div class="field"><label for="f${i}">${escaped(label)}</label><input id="f${i}" ${kind} spellcheck="false"${described}${flags}>${below}</div>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const STYLE = `
body { padding: 0 2rem 2rem; color: var(--vscode-foreground); font: var(--vscode-font-size) var(--vscode-font-family); }
main { max-width: 36rem; }
h1 { font-size: 1.5em; font-weight: 600; margin: 1.5rem 0 .75rem; }
p { margin: 0 0 .75rem; line-height: 1.5; color: var(--vscode-descriptionForeground); }
form { margin-top: 1.25rem; }
.field { margin-bottom: 1rem; }
label { display: block; margin-bottom: .35rem; font-weight: 600; }
input { box-sizing: border-box; width: 100%; padding: .4rem .5rem; font: inherit; border-radius: 2px;
  color: var(--vscode-input-foreground); background: var(--vscode-input-background);
  border: 1px solid var(--vscode-input-border, var(--vscode-contrastBorder, transparent)); }
input:focus, button:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: -1px; }
small { display: block; margin-top: .3rem; color: var(--vscode-descriptionForeground); }
.buttons { display: flex; gap: .5rem; margin-top: 1.5rem; }
button { padding: .4rem .9rem; font: inherit; cursor: pointer; border-radius: 2px;
  color: var(--vscode-button-foreground); background: var(--vscode-button-background);
  border: 1px solid var(--vscode-button-border, transparent); }
button:hover { background: var(--vscode-button-hoverBackground); }
.secondary { color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground);
  border-color: var(--vscode-contrastBorder, transparent); }
.secondary:hover { background: var(--vscode-button-secondaryHoverBackground); }
`;

/** Values are read when the form is sent, handed over once, and cleared. */
const SCRIPT = `
const editor = acquireVsCodeApi();
const inputs = [...document.querySelectorAll('input')];
const clear = () => { for (const input of inputs) input.value = ''; };
document.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault();
  const values = inputs.map((input) => input.value);
  clear();
  editor.postMessage(values);
});
const cancel = () => { clear(); editor.postMessage('cancel'); };
document.getElementById('cancel').addEventListener('click', cancel);
document.addEventListener('keydown', (event) => { if (event.key === 'Escape') cancel(); });
document.addEventListener('visibilitychange', () => { if (document.hidden) clear(); });
inputs[0]?.focus();
`;
