/**
 * @module scoring/solvency-models
 *
 * All solvency models as data, by the names of their functions.
 */
import type { SolvencyModel } from "./models.ts";
import {
  altmanZDoublePrimeModel,
  altmanZEmergingModel,
  altmanZModel,
  altmanZPrimeModel,
  bathoryModel,
  ohlsonOModel,
  springateModel,
  zhouFModel,
  zmijewskiModel,
} from "./models-described.ts";

/**
 * The solvency models (偿付能力模型) as data: coefficients, zones, whom they were estimated on, where
 * they were read, and what of them was remembered only. {@link altmanZ} has another weight of sales
 * by choice, {@link bathory} the mean, {@link zmijewski} three other sets.
 */
export const solvencyModels: Readonly<
  Record<
    | "altmanZ"
    | "altmanZPrime"
    | "altmanZDoublePrime"
    | "altmanZEmerging"
    | "bathory"
    | "springate"
    | "zmijewski"
    | "zhouF"
    | "ohlsonO",
    SolvencyModel
  >
> = /* @__PURE__ */ Object.freeze({
  altmanZ: altmanZModel,
  altmanZPrime: altmanZPrimeModel,
  altmanZDoublePrime: altmanZDoublePrimeModel,
  altmanZEmerging: altmanZEmergingModel,
  bathory: bathoryModel,
  springate: springateModel,
  zmijewski: zmijewskiModel,
  zhouF: zhouFModel,
  ohlsonO: ohlsonOModel,
});
