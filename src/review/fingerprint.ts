/** Names for findings that stay the same wherever the finding goes. Pure. */
import { createHash } from 'node:crypto';
import type { Finding } from './finding.ts';
import { meaningOf } from './meaning.ts';

/** Length of a fingerprint, in hexadecimal digits: 64 bits, so that a million findings do not meet by chance. */
const LENGTH = 16;

/**
 * The fingerprints of a file's findings: made of fact, label and what the claim says, so that lines, surroundings and
 * punctuation may change. Claims that say the same are numbered; as they are alike, which of them has which number says
 * nothing. The file is not in it: the same claim in two files has one fingerprint.
 */
export function fingerprints(findings: readonly Pick<Finding, 'claim' | 'factId'>[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ claim, factId }) => {
    const same = `${factId ?? ''}|${claim.label}|${meaningOf(claim.quote, claim.rejected).key}`;
    const count = seen.get(same) ?? 0;
    seen.set(same, count + 1);
    return createHash('sha256').update(`${same}|${count}`).digest('hex').slice(0, LENGTH);
  });
}
