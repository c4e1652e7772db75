/** The coder of frames, loaded where frames are asked for. */
import type { FrameCoder } from '../check.ts';
import type { FactBase } from '../facts/load.ts';

export interface LoadedCoder {
  coder: FrameCoder;
  /** SHA-256 of the rules, the learned ones included: records with another are not to be mixed. */
  sha256: string;
}

/** Loads the frames' rules and gives the coder. Throws FactBaseError when they are broken. */
export async function frameCoder(base: FactBase): Promise<LoadedCoder> {
  const [{ loadFrames }, { codeFrames }] = await Promise.all([
    import('../frames/load.ts'),
    import('../frames/code.ts'),
  ]);
  const frames = await loadFrames();
  return { coder: (article, read) => codeFrames(article, read, base, frames), sha256: frames.sha256 };
}
