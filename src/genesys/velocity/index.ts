export { DIALECTS, type Dialect } from './dialect.ts';
export type { RenderContext, Rendered, Renderer } from './renderer.ts';
