/**
 * @module scoring/models-zmijewski
 *
 * Zmijewski's probit model as data, in the four sets of coefficients that are in use: they are
 * disputed, and each set has an id of its own.
 */
import type { IdentifiedFormula } from "./models.ts";

const ZONES = { lower: "0", upper: "0", distress: "above" } as const;

/** The paper's set, as two public code pages print it. */
const paper = {
  id: "scoring/zmijewski",
  terms: [
    { ratio: "constant", coefficient: "-4.336" },
    { ratio: "returnOnAssets", coefficient: "-4.513" },
    { ratio: "debtRatio", coefficient: "5.679" },
    { ratio: "currentRatio", coefficient: "0.004" },
  ],
  zones: ZONES,
} as const;

/** The same with a minus before liquidity: the sign that Indonesian teaching texts print. */
const liquidityMinus = {
  id: "scoring/zmijewski-liquidity-minus",
  terms: [
    { ratio: "constant", coefficient: "-4.336" },
    { ratio: "returnOnAssets", coefficient: "-4.513" },
    { ratio: "debtRatio", coefficient: "5.679" },
    { ratio: "currentRatio", coefficient: "-0.004" },
  ],
  zones: ZONES,
} as const;

/** The rounded set of Indonesian teaching texts. */
const rounded = {
  id: "scoring/zmijewski-rounded",
  terms: [
    { ratio: "constant", coefficient: "-4.3" },
    { ratio: "returnOnAssets", coefficient: "-4.5" },
    { ratio: "debtRatio", coefficient: "5.7" },
    { ratio: "currentRatio", coefficient: "-0.004" },
  ],
  zones: ZONES,
} as const;

/** The weighted probit of the same paper of 1984; all four coefficients are remembered. */
const weighted = {
  id: "scoring/zmijewski-weighted",
  terms: [
    { ratio: "constant", coefficient: "-4.803" },
    { ratio: "returnOnAssets", coefficient: "-3.599" },
    { ratio: "debtRatio", coefficient: "5.406" },
    { ratio: "currentRatio", coefficient: "-0.1" },
  ],
  zones: ZONES,
} as const;

/** The four sets by the word that chooses them. */
export const zmijewskiModels = {
  paper,
  "liquidity-minus": liquidityMinus,
  rounded,
  weighted,
} as const satisfies Readonly<Record<string, IdentifiedFormula>>;
