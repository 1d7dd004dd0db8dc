/** Large parts that most sessions never need, each loaded when it is first asked for. */
export interface Chunks {
  velocity(): Promise<Pick<typeof import('../../genesys/velocity/render.ts'), 'renderTemplate'>>;
  scanning(): Promise<Pick<typeof import('../../genesys/scanning.ts'), 'tokenLinks'>>;
}
