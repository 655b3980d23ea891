/**
 * @module ledger/duplicates
 *
 * Finds repeated texts among millions without a hash table of them: bits tell apart what is surely
 * new from what may be a repeat, and only the latter are looked at closely.
 */

/** Bits for each text; with 16, one text in sixteen is looked at closely for nothing. */
const BITS_PER_TEXT = 16;

/** The positions of texts that stand earlier in the list, ascending. */
export function repeatedTexts(texts: readonly string[], hashes = hashesOf(texts)): number[] {
  let suspects = sharingBits(hashes, undefined);
  // The few left share their bit by accident: a second hash of the first parts nearly all of them.
  for (const position of suspects) hashes[position] = Math.imul(hashes[position]!, -1640531535);
  suspects = sharingBits(hashes, suspects);
  const seen = new Set<string>();
  const repeated: number[] = [];
  for (const position of suspects) {
    const text = texts[position]!;
    if (seen.has(text)) repeated.push(position);
    else seen.add(text);
  }
  return repeated;
}

function hashesOf(texts: readonly string[]): Int32Array {
  const hashes = new Int32Array(texts.length);
  for (let at = 0; at < texts.length; at += 1) hashes[at] = hashOf(texts[at]!);
  return hashes;
}

/** Positions whose hash shares its bit with another one's; all positions unless some are given. */
function sharingBits(hashes: Int32Array, positions: readonly number[] | undefined): number[] {
  const count = positions?.length ?? hashes.length;
  const size = bitsFor(count);
  const once = new Uint32Array(size >>> 5);
  const again = new Uint32Array(size >>> 5);
  let shared = 0;
  for (let index = 0; index < count; index += 1) {
    const hash = hashes[positions ? positions[index]! : index]!;
    const place = (hash ^ (hash >>> 15)) & (size - 1);
    const bit = 1 << (place & 31);
    if ((once[place >>> 5]! & bit) === 0) {
      once[place >>> 5]! |= bit;
    } else {
      again[place >>> 5]! |= bit;
      shared += 1;
    }
  }
  const sharing: number[] = [];
  for (let index = 0; shared > 0 && index < count; index += 1) {
    const position = positions ? positions[index]! : index;
    const hash = hashes[position]!;
    const place = (hash ^ (hash >>> 15)) & (size - 1);
    if ((again[place >>> 5]! & (1 << (place & 31))) !== 0) sharing.push(position);
  }
  return sharing;
}

function bitsFor(count: number): number {
  let size = 1024;
  while (size < count * BITS_PER_TEXT && size < 1 << 28) size *= 2;
  return size;
}

/** FNV-1a over the characters. */
export function hashOf(text: string): number {
  let hash = -2128831035;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  }
  return hash;
}
