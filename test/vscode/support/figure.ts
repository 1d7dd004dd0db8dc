/** Reports a measured time to the harness. Milliseconds. */
export function figure(name: string, ms: number): void {
  console.log(`@@genesys-secrets-suite ${JSON.stringify({ kind: 'figure', name, ms })}`);
}
