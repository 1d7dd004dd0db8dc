import { describe, expect, it } from 'vitest';
import type { Form } from '../../../src/engine/detect/contract/literal.ts';
import { type Sameness, sameRequest } from '../../../src/genesys/remedies/sameRequest.ts';
import { renderTemplate } from '../../../src/genesys/velocity/render.ts';
import type { RenderContext } from '../../../src/genesys/velocity/renderer.ts';

/** Compares `template` with `old` replaced by `text`, where the credential `k` holds `value`. */
function compared(template: string, old: string, text: string, value: string, form?: Form): Sameness {
  const start = template.indexOf(old);
  const candidate = { range: { start, end: start + old.length }, text, fields: { k: value } };
  return sameRequest(template, candidate, form, renderTemplate);
}

describe('what a template refers to is made up', () => {
  it('wherever it stands', () => {
    const contexts: RenderContext[] = [];
    const template =
      '${input.a}#if($input.b == "x${input.c}")$esc.jsonString("${input.d.e}")#end$foo.call($input.f, "${auth.g}")old';
    const candidate = { range: { start: template.length - 3, end: template.length }, text: 'new', fields: { k: 'v' } };
    sameRequest(template, candidate, undefined, (text, context, dialect) => {
      if (dialect === '1.7' && text === template) contexts.push(context);
      return { text: text.replace('new', 'old') };
    });
    expect(contexts[0]).toMatchObject({
      input: {
        a: 'value-input-a',
        b: 'value-input-b',
        c: 'value-input-c',
        d: { e: 'value-input-d-e' },
        f: 'value-input-f',
      },
      auth: { g: 'value-auth-g' },
      credentials: { k: 'v' },
    });
    expect(contexts[1]).toMatchObject({ input: { a: '', b: '', d: { e: '' } }, credentials: { k: 'v' } });
  });

  it('even under names that every object has', () => {
    expect(compared('${constructor.x}${__proto__.y}old', 'old', '${credentials.k}', 'old')).toBe('bytes');
  });
});

describe('a request', () => {
  it.each<[string, string, string, string, Form | undefined, Sameness]>([
    ['key=old', 'old', '${credentials.k}', 'old', undefined, 'bytes'],
    ['key=old', 'old', '${credentials.k}', 'other', undefined, 'different'],
    ['key=old', 'old', '${credentials.missing}', 'old', undefined, 'different'],
    ['?k=a%2fb', 'a%2fb', '$esc.url(${credentials.k})', 'a/b', 'url-query', 'meaning'],
    ['?k=a%20b', 'a%20b', '$esc.url(${credentials.k})', 'a b', 'url-query', 'different'],
    ['k=a%20b', 'a%20b', '$esc.urlFormEncode(${credentials.k})', 'a b', 'form-value', 'meaning'],
    ['?k=a/b', 'a/b', '$esc.url(${credentials.k})', 'a/b', 'url-query', 'meaning'],
    ['?k=a%26b', 'a%26b', '${credentials.k}', 'a&b', 'url-query', 'different'],
    ['?k=a+b', 'a+b', '$esc.url(${credentials.k})', 'a+b', 'url-query', 'different'],
    ['//u:a%40b@c', 'a%40b', '${credentials.k}', 'a@b', 'url-userinfo', 'different'],
    ['//u:a%7eb@c', 'a%7eb', '${credentials.k}', 'a~b', 'url-userinfo', 'meaning'],
    ['k=a%26b&c', 'a%26b', '${credentials.k}', 'a&b', 'form-value', 'different'],
    ['{"k": "a\\/b"}', 'a\\/b', '$esc.jsonString(${credentials.k})', 'a/b', 'json-string', 'meaning'],
    ['{"k": "a\\/b"', 'a\\/b', '$esc.jsonString(${credentials.k})', 'a/b', 'json-string', 'different'],
    ['#if($input.x == "y")old#end', 'old', '${credentials.k}', 'other', undefined, 'different'],
    ['#if($input.x == "y")#[[old]]#end', 'old', '${credentials.k}', 'old', undefined, 'different'],
    ['#foreach($i in $input.list)old#end', 'old', '${credentials.k}', 'old', undefined, 'bytes'],
    ['oldfollows', 'old', '$credentials.k', 'old', undefined, 'different'],
  ])('%s with %s replaced by %s', (template, old, text, value, form, expected) => {
    expect(compared(template, old, text, value, form)).toBe(expected);
  });
});
