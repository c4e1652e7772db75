/** As much of the binary format of WebAssembly as one function with vectors of 16 bytes needs. */

/** Code: bytes and pieces of code. */
export type Code = readonly (number | Code)[];

/** An unsigned number as the format has it. */
export function unsigned(value: number): number[] {
  const low = value & 0x7f;
  const rest = value >>> 7;
  return rest === 0 ? [low] : [low | 0x80, ...unsigned(rest)];
}

function signed(value: number): number[] {
  const low = value & 0x7f;
  const rest = value >> 7;
  const isLast = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
  return isLast ? [low] : [low | 0x80, ...signed(rest)];
}

const VOID = 0x40;

export const get = (local: number): Code => [0x20, unsigned(local)];
export const set = (local: number, value: Code): Code => [value, 0x21, unsigned(local)];
export const int = (value: number): Code => [0x41, signed(value)];
/** The byte at `address` + `offset`, and the four bytes. */
export const load8 = (address: Code, offset: number): Code => [address, 0x2d, 0, unsigned(offset)];
export const load32 = (address: Code, offset: number): Code => [address, 0x28, 0, unsigned(offset)];

const binary =
  (...opcode: number[]) =>
  (a: Code, b: Code): Code => [a, b, ...opcode];
export const equal = binary(0x46);
export const below = binary(0x49);
export const plus = binary(0x6a);
export const minus = binary(0x6b);
export const and = binary(0x71);
export const or = binary(0x72);
export const left = binary(0x74);
export const right = binary(0x76);
/** How many bits below the lowest that is set. */
export const zerosBelow = (a: Code): Code => [a, 0x68];

export const give = (value: Code): Code => [value, 0x0f];
export const when = (condition: Code, then: Code, otherwise: Code = []): Code => [
  condition,
  [0x04, VOID],
  then,
  otherwise.length > 0 ? [0x05, otherwise] : [],
  0x0b,
];
/** Runs `body` again and again, while `condition` holds after it. */
export const repeat = (body: Code, condition: Code): Code => [0x03, VOID, body, condition, 0x0d, 0, 0x0b];

/** Vectors of 16 bytes. */
export const loadVector = (address: Code, offset: number): Code => [address, 0xfd, 0, 0, unsigned(offset)];
export const vector = (bytes: Iterable<number>): Code => [0xfd, 0x0c, [...bytes]];
/** For each byte of `indexes`, below 16, the byte of `table` there. */
export const lookUp = (table: Code, indexes: Code): Code => [table, indexes, 0xfd, 0x0e];
export const vectorAnd = binary(0xfd, 0x4e);
export const vectorOr = binary(0xfd, 0x50);
export const isAnySet = (a: Code): Code => [a, 0xfd, 0x53];
export const shiftedRight = (a: Code, count: number): Code => [a, int(count), 0xfd, 0x6d];
/** A bit for each byte that is not zero. */
export const bitsOf = (a: Code): Code => [a, vector(new Uint8Array(16)), 0xfd, 0x24, 0xfd, 0x64];

const I32 = 0x7f;
const V128 = 0x7b;

const section = (id: number, content: Code): Code => {
  const bytes = flat(content);
  return [id, unsigned(bytes.length), bytes];
};

function flat(code: Code): number[] {
  return code.flatMap((part) => (typeof part === 'number' ? part : flat(part)));
}

const nameOf = (name: string): Code => [unsigned(name.length), [...Buffer.from(name)]];

/**
 * A module that takes a memory, `env.memory`, and has one function, `run`, of `parameters` numbers, which gives a
 * number. Its locals are the parameters, then `numbers` numbers, then `vectors` vectors.
 */
export function moduleOf(parameters: number, numbers: number, vectors: number, body: Code): Uint8Array<ArrayBuffer> {
  const locals = [2, unsigned(numbers), I32, unsigned(vectors), V128];
  const code = flat([locals, body, 0x0b]);
  return Uint8Array.from(
    flat([
      [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      section(1, [1, 0x60, unsigned(parameters), Array(parameters).fill(I32), 1, I32]),
      section(2, [1, nameOf('env'), nameOf('memory'), 2, 0, 1]),
      section(3, [1, 0]),
      section(7, [1, nameOf('run'), 0, 0]),
      section(10, [1, unsigned(code.length), code]),
    ]),
  );
}
