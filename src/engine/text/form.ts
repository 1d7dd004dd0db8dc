/** The notation a value stands in, inside a template. */
export type Form = 'plain' | 'json-string' | 'form-value' | 'url-query' | 'url-userinfo' | 'xml-text' | 'macro-string';
