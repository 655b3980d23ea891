/** Plays one customer's two years day by day: bills go out, things happen, money comes in. */

import { Account } from "./account.ts";
import { LAST_DAY, isWorkday, weekday } from "./calendar.ts";
import { lastReturn, mayGoWrong, rebates, revaluations, windUp } from "./incidents.ts";
import { intentsFor } from "./intents.ts";
import { billing, strays } from "./invoices.ts";
import { Random } from "./random.ts";
import { payRun } from "./receipts.ts";
import type { Journal } from "./journal.ts";
import type { Customer, Item, PayRun } from "./model.ts";

export function play(seed: number, customer: Customer, journal: Journal): void {
  const random = new Random(seed, customer.stream);
  const account = new Account(customer, random, journal);
  const bills = billing(random, customer);
  for (const stray of strays(random, bills)) journal.add(stray.day, stray);
  prepare(account);
  let next = 0;
  for (let day = customer.firstDay; day <= LAST_DAY; day += 1) {
    if (!isWorkday(day)) continue;
    for (; bills[next]?.day === day; next += 1) issue(account, bills[next]);
    account.act(day);
    const pays = customer.failsOn === undefined || day < customer.failsOn;
    if (pays && isPayDay(customer.paysEvery, day)) payRun(account, day);
  }
}

function prepare(account: Account): void {
  const { failsOn, endsInCredit } = account.customer;
  if (failsOn !== undefined) windUp(account, failsOn);
  if (endsInCredit) lastReturn(account);
  revaluations(account);
  rebates(account);
}

function issue(account: Account, bill: Item | undefined): void {
  if (bill === undefined) return;
  const claim = account.issue(bill, intentsFor(account.random, account.customer, bill));
  if (!account.customer.endsInCredit && bill.kind === "invoice") mayGoWrong(account, claim);
}

function isPayDay({ rhythm, weekday: usual, week }: PayRun, day: number): boolean {
  if (rhythm === "daily") return true;
  if (weekday(day) !== usual) return false;
  return rhythm === "weekly" || Math.floor(day / 7) % 2 === week;
}
