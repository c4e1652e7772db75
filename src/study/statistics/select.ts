/** Order statistics without sorting everything. */

/** Below this a stretch is searched whole; the figure is Floyd and Rivest's. */
const SAMPLE_FROM = 600;

/**
 * The k-th least value (0 is the least) of `values` between places `from` and `to`, both within, by algorithm SELECT
 * (R. W. Floyd and R. L. Rivest, 1975). Reorders the values: what is before place k is no greater, what is after no less.
 * Linear on average.
 */
export function select(values: Float64Array, k: number, from = 0, to = values.length - 1): number {
  let [left, right] = [from, to];
  while (right > left) {
    if (right - left > SAMPLE_FROM) narrow(values, k, left, right);
    const pivot = values[k]!;
    let [i, j] = [left, right];
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const held = values[i]!;
      values[i++] = values[j]!;
      values[j--] = held;
    }
    if (j < k) left = i;
    if (k < i) right = j;
  }
  return values[k]!;
}

/** Puts a likely k-th value in place k, by selecting within a sample around it. */
function narrow(values: Float64Array, k: number, left: number, right: number): void {
  const n = right - left + 1;
  const at = k - left + 1;
  const z = Math.log(n);
  const size = 0.5 * Math.exp((2 * z) / 3);
  const off = 0.5 * Math.sqrt((z * size * (n - size)) / n) * Math.sign(at - n / 2);
  const low = Math.max(left, Math.floor(k - (at * size) / n + off));
  const high = Math.min(right, Math.floor(k + ((n - at) * size) / n + off));
  select(values, k, low, high);
}

/** The median, the mean of the two middle values where their number is even. Reorders the values; NaN where there are none. */
export function median(values: Float64Array): number {
  const { length } = values;
  if (length === 0) return Number.NaN;
  const middle = length >> 1;
  const upper = select(values, middle);
  return length % 2 === 1 ? upper : (select(values, middle - 1, 0, middle - 1) + upper) / 2;
}
