/**
 * @module scoring/models-zmijewski
 *
 * Zmijewski's probit model as data, in the four sets of coefficients that are in use: they are
 * disputed, and each set has an id of its own.
 */
import { frozenModel } from "./models.ts";

const ZONES = { lower: "0", upper: "0", distress: "above" } as const;
const POPULATION = "listed industrial firms of the United States, without banks";

/** The paper's set, as two public code pages print it. */
const paper = /* @__PURE__ */ frozenModel({
  id: "scoring/zmijewski",
  year: 1984,
  terms: [
    { ratio: "constant", coefficient: "-4.336" },
    { ratio: "returnOnAssets", coefficient: "-4.513" },
    { ratio: "debtRatio", coefficient: "5.679" },
    { ratio: "currentRatio", coefficient: "0.004" },
  ],
  zones: ZONES,
  population: POPULATION,
  source: "Zmijewski 1984, by two public pages; others print the last sign as minus",
  remembered: ["that the paper prints plus", "the population"],
});

/** The same with a minus before liquidity. */
const liquidityMinus = /* @__PURE__ */ frozenModel({
  ...paper,
  id: "scoring/zmijewski-liquidity-minus",
  terms: [...paper.terms.slice(0, 3), { ratio: "currentRatio", coefficient: "-0.004" }],
  source: "the set of the paper, with the sign that Indonesian teaching texts print",
});

/** The rounded set of teaching texts. */
const rounded = /* @__PURE__ */ frozenModel({
  ...paper,
  id: "scoring/zmijewski-rounded",
  terms: [
    { ratio: "constant", coefficient: "-4.3" },
    { ratio: "returnOnAssets", coefficient: "-4.5" },
    { ratio: "debtRatio", coefficient: "5.7" },
    { ratio: "currentRatio", coefficient: "-0.004" },
  ],
  source: "Indonesian teaching texts",
});

/** The weighted probit of the same paper. */
const weighted = /* @__PURE__ */ frozenModel({
  ...paper,
  id: "scoring/zmijewski-weighted",
  terms: [
    { ratio: "constant", coefficient: "-4.803" },
    { ratio: "returnOnAssets", coefficient: "-3.599" },
    { ratio: "debtRatio", coefficient: "5.406" },
    { ratio: "currentRatio", coefficient: "-0.1" },
  ],
  source: "Zmijewski 1984, the weighted probit",
  remembered: ["all four coefficients", "the population"],
});

/** The four sets by the word that chooses them. */
export const zmijewskiModels = /* @__PURE__ */ Object.freeze({
  paper,
  "liquidity-minus": liquidityMinus,
  rounded,
  weighted,
});
