/** Words for the library's names and codes. */
import type { CheckReason, SolvencyModelName } from "trade-credit";

export const modelNames: Readonly<Record<SolvencyModelName, string>> = {
  altmanZ: "Altman Z",
  altmanZPrime: "Altman Z'",
  altmanZDoublePrime: "Altman Z''",
  altmanZEmerging: "Altman Z''-EM",
  bathory: "Bathory",
  springate: "Springate",
  zmijewski: "Zmijewski",
  zhouF: "Zhou F",
  ohlsonO: "Ohlson O",
};

export const checkWords: Readonly<Record<CheckReason["code"], string>> = {
  limit_not_set: "Nobody has set a limit.",
  limit_exceeded: "Exposure and order are above the limit.",
  overdue_days: "Its oldest overdue item is too old.",
  overdue_amount: "Too much is overdue.",
  overdue_share: "Too large a share of the exposure is overdue.",
  slice_exceeded: "A part of the exposure is above its own limit.",
  near_limit: "Exposure and order come near the limit.",
};

export const statusWords = {
  ok: "The order may go.",
  watch: "The order may go; keep an eye on the account.",
  hold: "The order is held.",
} as const;
