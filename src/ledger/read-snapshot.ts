/**
 * @module ledger/read-snapshot
 *
 * An export that knows only what is open today: the difference to the amount was settled by means
 * unknown, up to that day.
 */
import { NO_DAY } from "../ground/days.ts";
import { issue } from "../ground/errors.ts";
import type { Field, Given, ItemSettings } from "./item-fields.ts";
import type { MinorAmount } from "./minor-units.ts";
import { readAmount, readDay } from "./read-values.ts";
import type { Shape } from "./row-shape.ts";

/** What was settled, and the last day of it. */
export interface Snapshot {
  readonly day: number;
  readonly settled: bigint;
}

/** What a snapshot had settled by its date. */
export function readSnapshot(
  settings: ItemSettings,
  given: Given,
  own: Shape<Field>,
  date: number,
  amount: MinorAmount | undefined,
  applications: readonly { date: number; place: number }[],
): Snapshot | undefined {
  const openAmount = own.openAmount ? given.openAmount : undefined;
  const openAsOf = own.openAsOf ? given.openAsOf : undefined;
  const { faults } = settings;
  if (openAmount === undefined) {
    if (openAsOf !== undefined) faults.push({ path: "openAsOf", rule: "must go with openAmount" });
    return undefined;
  }
  const day =
    openAsOf === undefined && settings.openAsOf !== undefined
      ? settings.openAsOf
      : readDay(settings, "openAsOf", openAsOf);
  const open = readAmount(settings, "openAmount", openAmount, "not-negative");
  if (amount === undefined || open === undefined || day === NO_DAY) return undefined;
  if (open > amount) faults.push(issue("openAmount", "must be at most the amount", openAmount));
  if (date > day) faults.push({ path: "documentDate", rule: "must not be after openAsOf" });
  for (const application of applications) {
    if (application.date > day) continue;
    const path = `applications[${String(application.place)}].date`;
    faults.push({ path, rule: "must be after openAsOf: what came before is in openAmount" });
  }
  return { day, settled: BigInt(amount) - BigInt(open) };
}
