/** Who asks whom on the page, and the page's own id, which its answer brings back. */
interface Consent {
  readonly page: string;
  readonly clientName: string;
  readonly userName: string;
}

/** The page on which a user of the practice org lets a client act for them. It repeats nothing of the request. */
export function consentPage({ page, clientName, userName }: Consent): Response {
  return html(
    200,
    `<h1>PRACTICE org</h1>
<p>${escaped(userName)}, <b>${escaped(clientName)}</b> asks to act for you.</p>
<form method="post"><input type="hidden" name="page" value="${escaped(page)}">
<button name="answer" value="allow">Allow</button> <button name="answer" value="deny">Deny</button></form>`,
  );
}

/** A page that says why there is none. */
export function refusalPage(status: number, why: string): Response {
  return html(status, `<h1>PRACTICE org</h1><p>${escaped(why)}</p>`);
}

function html(status: number, body: string): Response {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>PRACTICE sign-in</title>${body}</html>`;
  const headers = {
    'content-type': 'text/html;charset=UTF-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  };
  return new Response(page, { status, headers });
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
