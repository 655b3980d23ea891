/** Invented names: no syllables here are meant to form a firm or a person that exists. */

import type { Random } from "./random.ts";
import type { Region } from "./model.ts";

const STARTS = words("Ald Bren Cald Dorn Elv Fenn Gral Holv Ist Jorl Kelv Lund");
const MORE_STARTS = words("Marv Norv Ostr Pell Quar Ravv Selb Tarv Ulm Velm Wend Yarr");
const ENDS = words("aby ick ensa holt mere istow ardy ellin ory une axi omar unda anor illo ude");
const TRADES = [
  ...words("Joinery Fasteners Foods Textiles Plastics Bearings Lighting Ceramics Packaging"),
  ...words("Timber Pumps Coatings Tools Optics Furniture Cables Gardens Bakeries Marine"),
  ...words("Hardware Instruments Castings Paper Motors"),
];
const HOME_FORMS = ["Ltd", "& Sons", "Co", "Group"];
const EXPORT_FORMS = ["GmbH", "SARL", "AB", "SpA", "BV"];

const SALESPEOPLE: Record<Region, readonly string[]> = {
  North: ["I. Okvar", "P. Hadden", "M. Lindvall"],
  South: ["T. Berek", "R. Calvane", "O. Destry"],
  Export: ["L. Voskuil", "H. Marant"],
};

const ROOTS = [...STARTS, ...MORE_STARTS].flatMap((start) => ENDS.map((end) => start + end));
const PAIRS = ROOTS.length * TRADES.length;
/** Shares no factor with the number of pairs, so that every pair comes up before one repeats. */
const STRIDE = 3571;

export function companyName(random: Random, index: number, region: Region): string {
  const pair = (index * STRIDE) % PAIRS;
  const root = ROOTS[Math.floor(pair / TRADES.length)] ?? "";
  const trade = TRADES[pair % TRADES.length] ?? "";
  const form = random.pick(region === "Export" ? EXPORT_FORMS : HOME_FORMS);
  // Only a stress test has more customers than there are pairs.
  const again = index < PAIRS ? "" : ` ${Math.floor(index / PAIRS) + 1}`;
  return `${root} ${trade} ${form}${again}`;
}

export function salesperson(random: Random, region: Region): string {
  return random.pick(SALESPEOPLE[region]);
}

function words(text: string): string[] {
  return text.split(" ");
}
