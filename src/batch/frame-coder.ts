/** The coder of frames, loaded where frames are asked for. */
import type { FrameCoder } from '../check.ts';
import type { FactBase } from '../facts/load.ts';

/** Loads the frames' rules and gives the coder. Throws FactBaseError when they are broken. */
export async function frameCoder(base: FactBase): Promise<FrameCoder> {
  const [{ loadFrames }, { codeFrames }] = await Promise.all([
    import('../frames/load.ts'),
    import('../frames/code.ts'),
  ]);
  const frames = await loadFrames();
  return (article, read) => codeFrames(article, read, base, frames);
}
