/**
 * Probabilities of a column as 0 … 1; NaN is missing. One above 1 shows that the column counts to 100. What lies outside
 * its scale is taken as missing and its row told. So is, in a column that counts to 100, what lies between 0 and 1: it
 * may be half a per cent as well as a half; with such values about, a 1 may be 1 % or certain. O(n).
 */
export function readProbabilities(values: Float64Array): { values: Float64Array; outOfRange: number[] } {
  let top = 1;
  let hasFraction = false;
  for (const value of values) {
    if (value > 1) top = 100;
    else if (value > 0 && value < 1) hasFraction = true;
  }
  const read = new Float64Array(values.length);
  const outOfRange: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? NaN;
    const outside = value < 0 || value > top;
    const doubtful = top === 100 && value > 0 && (value < 1 || (value === 1 && hasFraction));
    if (outside || doubtful) outOfRange.push(i);
    read[i] = outside || doubtful ? NaN : value / top;
  }
  return { values: read, outOfRange };
}
