/** The name of the folder, in that of a study, that the study works in. Pure. */

/** How it begins; what follows is by chance. */
export const WORK = '.work-';

/** Whether a name is that of a folder that a study works in, or worked in when it was killed. */
export const isWork = (name: string): boolean => name.startsWith(WORK);
