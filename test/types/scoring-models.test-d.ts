/**
 * Checked by the compiler alone: the schemas accept what the interfaces say, and misuse of statements
 * and solvency models does not compile.
 */
import type { Accepts } from "../../src/ground/input.ts";
import type {
  altmanZDoublePrimeSchema,
  altmanZPrimeSchema,
  altmanZSchema,
} from "../../src/scoring/altman.ts";
import type { bathorySchema } from "../../src/scoring/bathory.ts";
import type { ohlsonOSchema } from "../../src/scoring/ohlson.ts";
import type { solvencyPanelSchema } from "../../src/scoring/panel.ts";
import type { ratingEquivalentSchema } from "../../src/scoring/rating-equivalent.ts";
import type { springateSchema } from "../../src/scoring/springate.ts";
import type { statementSchema } from "../../src/scoring/statement.ts";
import type { zhouFSchema } from "../../src/scoring/zhou.ts";
import type { zmijewskiSchema } from "../../src/scoring/zmijewski.ts";
import type * as scoring from "trade-credit/scoring";
import {
  altmanZ,
  bathory,
  financialRatios,
  ohlsonO,
  solvencyPanel,
  zhouF,
} from "trade-credit/scoring";

import type { Equal } from "./same.ts";
import { same } from "./same.ts";

same<typeof ratingEquivalentSchema, scoring.RatingEquivalentInput>(true);

// Records inside records: the schema takes whatever the interface says.
type In<S extends (...args: never) => unknown> = Accepts<ReturnType<S>>;
const takes = {
  statement: (input: scoring.FinancialStatement): In<typeof statementSchema> => input,
  z: (input: scoring.AltmanZInput): In<typeof altmanZSchema> => input,
  zPrime: (input: scoring.AltmanZPrimeInput): In<typeof altmanZPrimeSchema> => input,
  zDoublePrime: (input: scoring.AltmanZDoublePrimeInput): In<typeof altmanZDoublePrimeSchema> =>
    input,
  bathory: (input: scoring.BathoryInput): In<typeof bathorySchema> => input,
  springate: (input: scoring.SpringateInput): In<typeof springateSchema> => input,
  zmijewski: (input: scoring.ZmijewskiInput): In<typeof zmijewskiSchema> => input,
  zhou: (input: scoring.ZhouFInput): In<typeof zhouFSchema> => input,
  ohlson: (input: scoring.OhlsonOInput): In<typeof ohlsonOSchema> => input,
  panel: (input: scoring.SolvencyPanelInput): In<typeof solvencyPanelSchema> => input,
};

// A statement has the lines that its schema has, and no others.
const sameLines: Equal<keyof In<typeof statementSchema>, keyof scoring.FinancialStatement> = true;

const zone: "distress" | "grey" | "safe" = altmanZ({ sales: 1 }).zone;
const perhaps: scoring.Zone | undefined = bathory({ equity: 1 }).zone;
const { currentRatio } = financialRatios({ cash: 1 });
const reason: string | undefined =
  currentRatio.value === null ? currentRatio.reason.code : undefined;
const { trend } = financialRatios([{ cash: 1 }]);
const direction: string = trend.cashRatio.direction;

// @ts-expect-error no such line
financialRatios({ revenue: 1 });
// @ts-expect-error two years are asked for
zhouF({ current: { sales: 1 } });
// @ts-expect-error the size has no default
ohlsonO({ current: { sales: 1 }, previous: { sales: 1 } });
// @ts-expect-error the weight is one of two texts
altmanZ({ sales: 1, salesCoefficient: 1 });
// @ts-expect-error an answer that may be absent has no zone to rely on
const sure: scoring.Zone = solvencyPanel({ sales: 1 }).scores.altmanZ.zone;

export { direction, perhaps, reason, sameLines, sure, takes, zone };
