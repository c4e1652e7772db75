/** The study as the page holds it (`explorer-data.ts` says how it is packed). */
import { percent, percentRange, whole } from '../../figures/numbers.ts';

export const readData = () => JSON.parse(document.getElementById('data').textContent);

/** One point a period: k, n, share and interval as `interval` and `value` ask; share is null where there is none. */
export function pointsOf(data, way, measure, { value = 'raw', interval = 'wilson' } = {}) {
  const packed = data.series[way]?.[measure];
  if (!packed) return null;
  const unscaled = (number) => (number < 0 ? null : number / data.scale);
  return packed.k.map((k, index) => {
    const n = data.ns[packed.n][index];
    if (value === 'corrected') {
      const [share, low, high] = [0, 1, 2].map((place) => unscaled(packed.corrected?.[3 * index + place] ?? -1));
      return { k, n, share, low, high };
    }
    const ends = packed[interval] ?? [];
    return {
      k,
      n,
      share: n === 0 ? null : k / n,
      low: unscaled(ends[2 * index] ?? -1),
      high: unscaled(ends[2 * index + 1] ?? -1),
    };
  });
}

/** Whether a series has intervals or corrected shares of a kind. */
export const has = (data, way, measure, kind) => data.series[way]?.[measure]?.[kind] !== undefined;

/** A point in words: "Score, 2019: 12.3% (95% interval 10.1 to 14.9), 45 of 366 articles". */
export function pointWords(data, measure, period, { k, n, share, low, high }, value = 'raw') {
  const { name, unit } = data.measures[measure];
  const start = `${name}, ${data.periods[period].name}: `;
  if (share === null) return `${start}no ${value === 'corrected' ? 'corrected share' : unit}`;
  const interval = low === null || high === null ? '' : ` (95% interval ${percentRange({ low, high })})`;
  const count = value === 'corrected' ? 'corrected' : `${whole(k)} of ${whole(n)} ${unit}`;
  return `${start}${percent(share)}${interval}, ${count}`;
}
