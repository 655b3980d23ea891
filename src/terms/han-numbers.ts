/**
 * @module terms/han-numbers
 *
 * Numbers below a thousand in Chinese characters: 三十, 十五, 一百二十, 两.
 */

const DIGITS = "零一二三四五六七八九";
const UNITS: ReadonlyMap<string, number> = /* @__PURE__ */ new Map([
  ["十", 10],
  ["百", 100],
]);

/** True for a character that numbers are written with. */
export function isHanNumeral(character: string): boolean {
  return character !== "" && (digitOf(character) >= 0 || UNITS.has(character));
}

/** The number that the characters write; undefined where they write none below a thousand. */
export function hanNumber(characters: string): number | undefined {
  let total = 0;
  let digit: number | undefined;
  let lastUnit = 1_000;
  for (const character of characters) {
    const unit = UNITS.get(character);
    if (unit === undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = digitOf(character);
      continue;
    }
    // 百 before 十, each once; 十五 has no digit before its unit.
    if (unit >= lastUnit || digit === 0 || (digit === undefined && unit === 100)) return undefined;
    total += (digit ?? 1) * unit;
    digit = undefined;
    lastUnit = unit;
  }
  return characters === "" ? undefined : total + (digit ?? 0);
}

function digitOf(character: string): number {
  return character === "两" ? 2 : character === "〇" ? 0 : DIGITS.indexOf(character);
}
