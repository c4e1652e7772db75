/** Frames as numbers. Pure. */
import { FRAMES, type Frame, STANCES, type Stance } from '../../model.ts';

/** The number of a frame with a stance, from 0 to 27. */
export function frameCode(frame: Frame, stance: Stance): number {
  return STANCES.length * FRAMES.indexOf(frame) + STANCES.indexOf(stance);
}
