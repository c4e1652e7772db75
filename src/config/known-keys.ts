/** Which keys may stand where in a configuration, for hints about unknown ones. */
import type * as z from 'zod/mini';
import type { Path } from './places.ts';
import { configSchema } from './schema.ts';

/** The keys known at a path; none where the path leads to no mapping. */
export function knownKeysAt(path: Path): string[] {
  let at: z.core.$ZodType = configSchema;
  for (const step of path) {
    const def = bare(at)._zod.def as z.core.$ZodTypeDef & { element?: z.core.$ZodType; shape?: z.core.$ZodShape };
    const next = def.type === 'array' ? def.element : def.shape?.[String(step)];
    if (!next) return [];
    at = next;
  }
  const { shape } = bare(at)._zod.def as { shape?: z.core.$ZodShape };
  return Object.keys(shape ?? {});
}

/** The type itself, of one that may be missing. */
function bare(type: z.core.$ZodType): z.core.$ZodType {
  const { def } = type._zod as { def: z.core.$ZodTypeDef & { innerType?: z.core.$ZodType } };
  return def.type === 'optional' && def.innerType ? def.innerType : type;
}
