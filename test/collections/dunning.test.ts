/**
 * Stages, the schedule of a round, recovery, priority, warnings and reviews: the sources' tables at
 * every edge, hand-made cases, and random ledgers against a plain re-computation.
 */
import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";

import {
  accountReview,
  averageDaysDelinquent,
  collectionPriority,
  daysBeyondTerms,
  dunningLadders,
  dunningSchedule,
  dunningStage,
  earlyWarnings,
  isCreditError,
  ledgerFromItems,
  paymentBehaviour,
  recoveryExpectation,
  recoveryRates,
  tabulate,
  threeStageLadder,
  warningRules,
} from "trade-credit";
import type { DunningRow, DunningScheduleInput, DunningStep, Figure } from "trade-credit";
import { verify } from "trade-credit/explain";

import { addMonths } from "../../src/ground/months.ts";
import { randomAsOf } from "../oracle/arbitraries.ts";
import { dayNumber, isoText } from "../oracle/calendar.ts";
import * as oracle from "../oracle/collections.ts";
import { exactOf, minorOf } from "../support/exact.ts";
import { expectOften } from "../support/often.ts";
import { agree } from "../support/oracle-runs.ts";
import { ladders, recoveries, roundAsked } from "../support/producers/collections.ts";
import { onRandomLedgers } from "../support/random-ledgers.ts";

const COUNT = Number(process.env["LEDGERS"] ?? 300);

/** The stage of a day, or the code of the refusal. */
function stageOf(daysPastDue: number, ladder: readonly DunningStep[]): string {
  try {
    return dunningStage({ daysPastDue, ladder }).stage;
  } catch (error) {
    if (!isCreditError(error)) throw error;
    return error.code;
  }
}

// ---------------------------------------------------------------------------------------- stages

describe("the sources' ladders, at every edge", () => {
  const DAYS = [-7, 0, 1, 6, 7, 10, 14, 15, 16, 29, 30, 31, 59, 60, 61, 89, 90, 91];

  it.each([
    [
      "deck, slide 99: letters after 7, 15 and 30 days, more than 60, more than 90",
      dunningLadders.deckSlide99,
      [
        ...["none", "none", "normal-delay", "normal-delay"],
        ...["first-letter", "first-letter", "first-letter"],
        ...["second-letter", "second-letter", "second-letter"],
        ...["third-letter-and-visit", "third-letter-and-visit"],
        ...["third-letter-and-visit", "third-letter-and-visit"],
        ...["watch-list-and-final-demand", "watch-list-and-final-demand"],
        ...["watch-list-and-final-demand", "bad-debt-and-agency"],
      ],
    ],
    [
      "deck, slides 111 and 112: an inquiry letter from 7 to 10 days; the severe one has no day",
      dunningLadders.deckSlide111,
      [
        ...["none", "none", "none", "none", "inquiry-letter", "inquiry-letter"],
        ...new Array<string>(12).fill("not_defined"),
      ],
    ],
    [
      "flow guide: 1-30, 31-60, 61-90, more",
      dunningLadders.flowGuide,
      [
        ...["none", "none"],
        ...new Array<string>(9).fill("reminder"),
        ...["contact-and-plan", "contact-and-plan", "contact-and-plan"],
        ...["formal-letter", "formal-letter", "formal-letter", "legal-or-agency"],
      ],
    ],
    [
      "collection guide: up to 15, more than 30, 60, more than 90; nothing is said of 16 to 30",
      dunningLadders.collectionGuide,
      [
        ...["none", "none"],
        ...new Array<string>(6).fill("phone-call"),
        ...["not_defined", "not_defined", "not_defined"],
        ...["formal-letter", "formal-letter", "lawyers-letter", "lawyers-letter"],
        ...["lawyers-letter", "lawyers-letter", "court"],
      ],
    ],
  ])("%s", (_, ladder, stages) => {
    expect(DAYS.map((days) => stageOf(days, ladder))).toEqual(stages);
  });

  it("the three stages of the collection texts have the caller's days", () => {
    const stages = threeStageLadder({ coordinationFrom: 1, recoveryFrom: 61 });
    const at = (daysPastDue: number) => dunningStage({ daysPastDue, ...stages }).stage;
    expect([-7, 0, 1, 60, 61].map(at)).toEqual([
      ...["credit-period", "credit-period", "coordination", "coordination", "recovery"],
    ]);
    expect(() => threeStageLadder({ coordinationFrom: 5, recoveryFrom: 5 })).toThrow(
      "recoveryFrom must be after coordinationFrom",
    );
  });
});

describe("dunningStage", () => {
  it("is the oracle's on any ladder and day", () => {
    agree(
      "dunning stage",
      fc.tuple(ladders, fc.integer({ min: -10, max: 70 })),
      ([ladder, days]) => {
        const expected = oracle.stageAt(days, ladder);
        expect(stageOf(days, ladder)).toBe(expected);
        return expected === "not_defined" ? "in a gap" : "answered";
      },
      400,
    );
  });

  it("never goes back as days go on, where there are no gaps", () => {
    const ladder = dunningLadders.deckSlide99;
    const order = ["none", ...ladder.map(({ stage }) => stage)] as string[];
    const places = Array.from({ length: 120 }, (_, day) =>
      order.indexOf(stageOf(day - 10, ladder)),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("takes days with their derivation, and whole ones only", () => {
    const days = averageDaysDelinquent({ dso: 80, bestPossibleDso: 45 });
    const stage = dunningStage({ daysPastDue: days, ladder: dunningLadders.flowGuide });
    expect(stage.stage).toBe("contact-and-plan");
    expect((stage.inputs as { daysPastDue: Figure }).daysPastDue).toBe(days);
    const half = { daysPastDue: "30.5", ladder: dunningLadders.flowGuide };
    expect(() => dunningStage(half)).toThrow("daysPastDue must be a whole number");
  });

  it("a stage that was changed is noticed", () => {
    const stage = dunningStage({ daysPastDue: 15, ladder: dunningLadders.deckSlide99 });
    const stored = JSON.parse(JSON.stringify(stage)) as { stage: string };
    expect(verify(stored).ok).toBe(true);
    expect(verify({ ...stored, stage: "first-letter" }).ok).toBe(false);
  });

  it("in a table the day in the gap is absent, and the others stand", () => {
    const rows = [
      { id: "a", daysPastDue: 20 },
      { id: "b", daysPastDue: 31 },
    ];
    const ladder = dunningLadders.collectionGuide;
    const { ok, absent } = tabulate(dunningStage, rows, { id: "id", with: { ladder } });
    expect([ok, absent]).toEqual([1, 1]);
  });

  it("refuses ladders that do not ascend or overlap", () => {
    const on =
      (...ladder: DunningStep[]) =>
      () =>
        dunningStage({ daysPastDue: 0, ladder });
    const stage = "x";
    expect(on({ fromDay: 5, stage }, { fromDay: 5, stage })).toThrow("ladder[1].fromDay");
    expect(on({ fromDay: 5, toDay: 9, stage }, { fromDay: 9, stage })).toThrow("ladder[1].fromDay");
    expect(on({ fromDay: 5, toDay: 4, stage })).toThrow("ladder[0].toDay must not be before");
    expect(on()).toThrow("ladder must have at least 1 entry");
  });
});

// -------------------------------------------------------------------------------------- schedule

describe("dunningSchedule", () => {
  const asOf = "2026-06-30";
  // Due on 1 May (60 days past due), 31 May (30), 27 June (3), 3 July (−3).
  const due = (id: string, dueDate: string, amount: number, more: object = {}) => ({
    id,
    party: "A",
    documentDate: "2026-04-01",
    dueDate,
    amount,
    ...more,
  });
  const ledger = ledgerFromItems(
    [
      due("1", "2026-05-01", 500, { disputes: [{ from: "2026-05-05", amount: 500 }] }),
      due("2", "2026-05-31", 300),
      due("3", "2026-06-27", 200, { party: "B" }),
      due("4", "2026-07-03", 80, { party: "C" }),
      due("5", "2026-06-20", 40),
    ],
    { currency: "EUR" },
  );
  const ladder = [
    { fromDay: -3, stage: "reminder-before-due" },
    { fromDay: 1, stage: "reminder", actor: "sales", payWithin: 7 },
    { fromDay: 30, stage: "letter", actor: "finance", payWithin: 10 },
    { fromDay: 60, stage: "agency" },
  ];
  const ask = (more: Partial<DunningScheduleInput> = {}) =>
    dunningSchedule(ledger, { asOf, ladder, ...more }).toArray();
  const shown = ({ party, status, stage, since, nextStage, nextOn, amount, payBy }: DunningRow) => [
    ...[party, status, "stage" in stage ? stage.stage : null, since, nextStage, nextOn],
    ...[amount.value.toNumber(), payBy],
  ];

  it("shows each customer by its oldest debt that is not in dispute", () => {
    expect(ask().map(shown)).toEqual([
      ["A", "act", "letter", "2026-06-30", "agency", "2026-07-30", 340, "2026-07-10"],
      ["B", "act", "reminder", "2026-06-28", "letter", "2026-07-27", 200, "2026-07-07"],
      ["C", "act", "reminder-before-due", "2026-06-30", "reminder", "2026-07-04", 80, null],
    ]);
    expect(ask().map(({ actor }) => actor)).toEqual(["finance", "sales", null]);
  });

  it("shows each item by itself", () => {
    const rows = ask({ by: "item" });
    expect(rows.map(({ item, amount }) => `${item ?? ""}: ${amount.value.toString()}`)).toEqual([
      ...["2: 300", "3: 200", "4: 80", "5: 40"],
    ]);
  });

  it("days of grace count as none, and after them every day counts", () => {
    const [, b] = ask({ graceDays: 3 });
    expect(b && shown(b)).toEqual([
      ...["B", "act", "reminder-before-due", "2026-06-24", "reminder", "2026-07-01", 200, null],
    ]);
    const [, late] = ask({ graceDays: 2 });
    expect(late && shown(late).slice(1, 4)).toEqual(["act", "reminder", "2026-06-30"]);
  });

  it("a letter that was sent is not sent again, and one of an earlier debt does not count", () => {
    const sent = (on: string, stage: string) => [{ party: "A", stage, on }];
    const status = (history: DunningScheduleInput["history"], more: object = {}) =>
      ask({ ...(history ? { history } : {}), ...more })[0]?.status;
    expect(status(sent("2026-06-30", "letter"))).toBe("sent");
    expect(status(sent("2026-06-30", "agency"))).toBe("sent");
    expect(status(sent("2026-06-20", "reminder"))).toBe("act");
    expect(status(sent("2026-06-20", "reminder"), { minimumInterval: 10 })).toBe("act");
    expect(status(sent("2026-06-20", "reminder"), { minimumInterval: 11 })).toBe("wait");
    // The oldest debt asked for came to the ladder on 28 May, three days before it was due.
    expect(status(sent("2026-05-27", "letter"))).toBe("act");
    expect(status(sent("2026-05-28", "letter"))).toBe("sent");
    expect(() => ask({ history: sent("2026-06-20", "bailiff") })).toThrow(
      "history[0].stage must be a stage of the ladder",
    );
  });

  it("blocks, minimums and exclusions", () => {
    expect(ask({ blocked: [{ party: "A" }] })[0]?.status).toBe("blocked");
    expect(ask({ blocked: [{ party: "A", until: asOf }] })[0]?.status).toBe("blocked");
    expect(ask({ blocked: [{ party: "A", until: "2026-06-29" }] })[0]?.status).toBe("act");
    expect(ask({ minimumAmount: 80 }).map(({ status }) => status)).toEqual(["act", "act", "act"]);
    expect(ask({ minimumAmount: "80.01" })[2]?.status).toBe("below-minimum");
    const [a] = ask({ exclude: ["2"] });
    expect(a && shown(a).slice(2, 4)).toEqual(["reminder", "2026-06-21"]);
    expect(a?.amount.value.toNumber()).toBe(40);
    expect(ask({ exclude: ["3"] }).map(({ party }) => party)).toEqual(["A", "C"]);
    expect(() => ask({ exclude: ["9"] })).toThrow("exclude[0] must be an item of the ledger");
  });

  it("counts interest on what is asked for, from each due date", () => {
    const rates = [{ from: "2026-05-02", perDay: "0.0005" }];
    const [a, , c] = ask({ rates });
    // 300 for 30 days and 40 for 10: 4.50 + 0.20. Nothing on what is not due, or in dispute.
    expect(a?.interest?.value.toString()).toBe("4.7");
    expect(c?.interest?.value.toNumber()).toBe(0);
    expect(verify(ask({ rates, exclude: ["5"] }), { ledger })).toMatchObject({
      ok: true,
      given: 0,
    });
  });

  it("says of a gap that the ladder is silent", () => {
    const gapped = [
      { fromDay: 1, toDay: 15, stage: "call" },
      { fromDay: 31, stage: "letter" },
    ];
    const [a] = ask({ ladder: gapped });
    expect(a).toMatchObject({ status: "undefined", since: null, nextOn: "2026-07-01" });
    expect(a?.stage).toMatchObject({ value: null, reason: { code: "not_defined" } });
  });

  it("on random ledgers: amounts and days of a plain re-computation, verified item by item", () => {
    const seen = { answered: 0, refused: 0, rows: 0, gaps: 0 };
    onRandomLedgers(({ ours, oracle: theirs, random, seed }) => {
      const day = randomAsOf(seed + 17, random);
      const asked = roundAsked(day, seed);
      const units = theirs.openUnits(day);
      if (typeof units === "string") {
        expect(() => dunningSchedule(ours, asked)).toThrow();
        seen.refused += 1;
        return;
      }
      const rows = dunningSchedule(ours, asked).toArray();
      const first = asked.ladder[0]?.fromDay ?? 0;
      const from = first > 0 ? Math.max(first, asked.graceDays + 1) : first;
      const on = units.filter((unit) => unit.isDebit && unit.daysPastDue >= from);
      const owing = on.filter(({ open, disputed }) => open > disputed);
      if (asked.by === "item") expect(rows).toHaveLength(owing.length);
      else
        expect(new Set(rows.map(({ party }) => party))).toEqual(new Set(owing.map((u) => u.party)));
      for (const row of rows) {
        const own = owing.filter(
          ({ party, id, unit }) =>
            party === row.party &&
            (asked.by === "party" || (id === row.item && unit === (row.installment ?? 1) - 1)),
        );
        const sum = own.reduce((total, { open, disputed }) => total + open - disputed, 0n);
        expect(minorOf(row.amount, ours.minorUnits)).toBe(sum);
        const oldest = Math.max(...own.map(({ daysPastDue }) => daysPastDue));
        expect(row.oldestDays.value.toNumber()).toBe(oldest);
        const counted = oldest > 0 && oldest <= asked.graceDays ? 0 : oldest;
        const stage = oracle.stageAt(counted, asked.ladder);
        expect("stage" in row.stage ? row.stage.stage : row.stage.reason.code).toBe(stage);
        const interest = own
          .map(({ open, disputed, daysPastDue }) => ({
            principal: new Fraction(open - disputed).div(10 ** ours.minorUnits),
            dueDate: isoText(dayNumber(day) - daysPastDue),
            paidDate: day,
            rates: asked.rates,
          }))
          .map((debt) => oracle.lateInterest(debt).interest)
          .reduce((a, b) => a.add(b), new Fraction(0));
        expect(exactOf(row.interest as Figure).toFraction()).toBe(interest.toFraction());
        seen.rows += 1;
        if (stage === "not_defined") seen.gaps += 1;
      }
      expect(verify(rows, { ledger: ours })).toMatchObject({ ok: true, given: 0 });
      seen.answered += 1;
    }, COUNT);
    console.info(JSON.stringify(seen));
    expectOften(seen.rows, COUNT, 0.5);
  });
});

// -------------------------------------------------------------------------------------- recovery

describe("recovery", () => {
  const bands = recoveryRates.collectionTexts;
  const of = (ageDays: number) =>
    recoveryExpectation({ debts: [{ id: "A", amount: 100, ageDays }], bands }).value.toNumber();

  it("the collection texts: 80 % up to two years, 20 % beyond; two years are 730 days", () => {
    expect([0, 729, 730, 731, 5000].map(of)).toEqual([80, 80, 80, 20, 20]);
  });

  it("is the sum of debts at their rates, and the priority its fall, on any bands", () => {
    agree(
      "recovery and priority",
      fc.tuple(recoveries, fc.integer({ min: 1, max: 30 })),
      ([input, waitDays]) => {
        const at = (age: number) => oracle.recoveryAt(age, input.bands);
        const each = input.debts.map(({ id, amount, ageDays }) => {
          const owed = new Fraction(amount);
          const fall = at(ageDays).sub(at(ageDays + waitDays));
          return { id, back: owed.mul(at(ageDays)), loss: owed.mul(fall) };
        });
        const sum = each.reduce((total, { back }) => total.add(back), new Fraction(0));
        expect(exactOf(recoveryExpectation(input)).toFraction()).toBe(sum.toFraction());
        const order = [...each].sort((a, b) => b.loss.compare(a.loss) || b.back.compare(a.back));
        const rows = collectionPriority({ ...input, waitDays });
        expect(
          rows.map((row) => [row.rank, row.id, exactOf(row.lossOfWaiting).toFraction()]),
        ).toEqual(order.map(({ id, loss }, index) => [index + 1, id, loss.toFraction()]));
        expect(rows.map(({ expected }) => exactOf(expected).toFraction())).toEqual(
          order.map(({ back }) => back.toFraction()),
        );
        return each.length === 0 ? "no debts" : "answered";
      },
      400,
    );
  });

  it("refuses bands that do not begin at 0 or do not ascend", () => {
    const on =
      (...fromDays: number[]) =>
      () =>
        recoveryExpectation({
          debts: [],
          bands: fromDays.map((fromDay) => ({ fromDay, rate: 1 })),
        });
    expect(on(1)).toThrow("bands[0].fromDay must be 0");
    expect(on(0, 9, 9)).toThrow("bands[2].fromDay must be above 9");
    expect(on(0)().value.toNumber()).toBe(0);
  });
});

// -------------------------------------------------------------------------------------- warnings

describe("earlyWarnings", () => {
  const asOf = "2026-06-30";
  const row = (party: string, more: object) => ({
    party,
    oldestDaysPastDue: 0,
    lastSaleOn: "2026-06-01",
    lastReceiptOn: "2026-06-01",
    ...more,
  });
  const codes = (rows: readonly { party: string }[], rules = [...warningRules.deck] as never) =>
    earlyWarnings(rows, { asOf, rules })
      .warnings.toArray()
      .map(({ party, code }) => `${party}: ${code}`);

  it("slide 99: more than 60 days, more than 90; the edge itself is not more", () => {
    const late = [60, 61, 90, 91].map((days) => row(String(days), { oldestDaysPastDue: days }));
    expect(codes(late)).toEqual([
      "91: bad-debt",
      "61: watch-list",
      "90: watch-list",
      "91: watch-list",
    ]);
  });

  it("slide 90: neither sale nor receipt for 3 months, to the day", () => {
    const quiet = (party: string, lastSaleOn: string | null, lastReceiptOn: string | null) =>
      row(party, { lastSaleOn, lastReceiptOn });
    expect(
      codes([
        quiet("both", "2026-03-29", "2026-03-29"),
        quiet("edge", "2026-03-30", "2026-03-29"),
        quiet("sale", "2026-05-01", "2026-01-01"),
        quiet("never", "2026-03-29", null),
      ]),
    ).toEqual(["both: close-account", "never: close-account"]);
  });

  it("the collection guide: more than 30 days", () => {
    const rules = [...warningRules.collectionGuide] as never;
    const late = [30, 31].map((days) => row(String(days), { oldestDaysPastDue: days }));
    expect(codes(late, rules)).toEqual(["31: stop-deliveries"]);
  });

  it("takes the rows of paymentBehaviour as they are, on any ledger", () => {
    const seen = { rows: 0, warnings: 0 };
    onRandomLedgers(({ ours, random, seed }) => {
      const day = randomAsOf(seed + 23, random);
      let rows;
      try {
        rows = paymentBehaviour(ours, { asOf: day, months: 6 });
      } catch (error) {
        if (!isCreditError(error)) throw error;
        return;
      }
      const { warnings } = earlyWarnings(rows, { asOf: day, rules: warningRules.deck });
      const found = new Set(warnings.toArray().map(({ party, code }) => `${party} ${code}`));
      const before = isoText(addMonths(dayNumber(day), -3));
      for (const { party, oldestDaysPastDue, lastSaleOn, lastReceiptOn } of rows) {
        const days = oldestDaysPastDue.value;
        expect(found.has(`${party} watch-list`)).toBe(days.gt(60));
        expect(found.has(`${party} bad-debt`)).toBe(days.gt(90));
        const isQuiet = [lastSaleOn, lastReceiptOn].every((date) => date === null || date < before);
        expect(found.has(`${party} close-account`)).toBe(isQuiet);
        seen.rows += 1;
      }
      seen.warnings += warnings.length;
    }, COUNT);
    console.info(JSON.stringify(seen));
    expectOften(seen.warnings, COUNT, 0.1);
  });

  it("compares exactly, and hands the figure back", () => {
    const ledger = ledgerFromItems(
      [{ id: "1", party: "A", documentDate: "2026-05-01", dueDate: "2026-06-20", amount: 5 }],
      { currency: "EUR" },
    );
    const late = daysBeyondTerms(ledger, { variant: "open-over-all", asOf });
    const rule = (is: "at-least" | "above" | "at-most" | "below") => ({
      code: is,
      severity: "low" as const,
      when: [{ field: "late", is, value: 10 }],
    });
    const rules = [rule("at-least"), rule("above"), rule("at-most"), rule("below")];
    const warnings = earlyWarnings([{ party: "A", late }], { asOf, rules }).warnings.toArray();
    expect(warnings.map(({ code }) => code)).toEqual(["at-least", "at-most"]);
    expect(warnings[0]?.findings[0]?.found).toBe(late);
    expect(verify(warnings).ok).toBe(true);
  });

  it("a field without a value leaves the rule open, unless another condition fails", () => {
    const gone = {
      formula: "aging/days-beyond-terms-paid-signed",
      value: null,
      unit: "days",
      inputs: {},
      reason: { code: "not_defined", message: "nothing was paid" },
    };
    const when = [
      { field: "late", is: "above" as const, value: 3 },
      { field: "overdue", is: "above" as const, value: 100 },
    ];
    const rules = [{ code: "slow", severity: "low" as const, when }];
    const rows = [
      { party: "A", late: gone, overdue: 500 },
      { party: "B", late: gone, overdue: 50 },
    ];
    const { warnings, notJudged } = earlyWarnings(rows, { asOf, rules });
    expect(warnings).toHaveLength(0);
    expect(notJudged).toEqual([{ party: "A", code: "slow", field: "late", reason: "not_defined" }]);
  });

  it("refuses rows without what a rule names, and conditions of two kinds", () => {
    const deck = { asOf, rules: warningRules.deck };
    expect(() => earlyWarnings([{ party: "A" }], deck)).toThrow(
      "behaviour[0].oldestDaysPastDue must be given: a rule asks for it",
    );
    expect(() => earlyWarnings([row("A", { lastSaleOn: "1 May" })], deck)).toThrow(
      "behaviour[0].lastSaleOn must be a date",
    );
    expect(() => earlyWarnings([row("A", { oldestDaysPastDue: "many" })], deck)).toThrow(
      "behaviour[0].oldestDaysPastDue must be a plain decimal",
    );
    const rule = (condition: object) => () =>
      earlyWarnings([], {
        asOf,
        rules: [{ code: "x", severity: "low", when: [condition as never] }],
      });
    expect(rule({ field: "a", is: "above" })).toThrow("rules[0].when[0].value must be given");
    expect(rule({ field: "a", is: "older-than", value: 3 })).toThrow("months must be given");
    expect(rule({ field: "a", is: "above", value: 3, months: 3 })).toThrow("months must be given");
  });
});

// --------------------------------------------------------------------------------------- reviews

describe("accountReview", () => {
  const asOf = "2026-06-30";
  const ask = (account: object, more: object = {}) =>
    accountReview({ asOf, accounts: [{ party: "A", ...account } as never], ...more })[0];

  it("a file is due 6 months after the last look, or after as many as are said", () => {
    const active = { lastSaleOn: "2026-06-01" };
    expect(ask({ reviewedOn: "2025-12-30", ...active })).toMatchObject({
      action: "review",
      reviewDueOn: "2026-06-30",
      daysSinceDue: 0,
    });
    expect(ask({ reviewedOn: "2025-12-31", ...active })?.action).toBe("review");
    expect(ask({ reviewedOn: "2026-01-01", ...active })?.action).toBe("none");
    expect(ask({ reviewedOn: "2026-03-30", everyMonths: 3, ...active })?.action).toBe("review");
    expect(ask({ reviewedOn: "2026-03-30", ...active }, { everyMonths: 3 })?.action).toBe("review");
  });

  it("an account without sale and receipt for 3 months is closed; one that owes is settled first", () => {
    const quiet = {
      reviewedOn: "2026-02-01",
      lastSaleOn: "2026-03-29",
      lastReceiptOn: "2026-03-01",
    };
    expect(ask(quiet)).toMatchObject({ action: "close", lastActiveOn: "2026-03-29" });
    expect(ask({ ...quiet, balance: "0.01" })?.action).toBe("settle-and-close");
    expect(ask({ ...quiet, lastReceiptOn: "2026-03-30" })?.action).toBe("none");
    expect(ask(quiet, { inactiveMonths: 4 })?.action).toBe("none");
    // Never used: measured from the day its file was made.
    expect(ask({ reviewedOn: "2026-03-29" })).toMatchObject({
      action: "close",
      lastActiveOn: null,
    });
    expect(ask({ reviewedOn: "2026-03-30" })?.action).toBe("none");
    expect(() => ask({ reviewedOn: "2026-07-01" })).toThrow(
      "accounts[0].reviewedOn must not be after",
    );
  });
});
