/** Words by which a file of no format of Genesys Cloud's own shows that it is about Genesys Cloud. */
const GENESYS = /genesys|purecloud|pure\.cloud|\barchy\b/i;
/** A call of the gc CLI: two letters that mean other things elsewhere. */
const GC =
  /\bgc (?:profiles|[a-z]+ [^\n]{0,200}--(?:profile|environment|access-?[tT]oken|client-?[iI]d|client-?[sS]ecret))\b/;

/** Whether a file of a general format belongs to Genesys Cloud: a host, a variable or a tool of it is named. */
export function mentionsGenesys(text: string): boolean {
  return GENESYS.test(text) || GC.test(text);
}
