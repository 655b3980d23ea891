/** The credit file of examples/credit-file: its figures counted again by plain arithmetic. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Applicant } from "../../examples/credit-file/applicants.ts";
import { inventedApplicants } from "../../examples/credit-file/applicants.ts";
import { messageOf, reportFor } from "../../examples/credit-file/main.ts";
import { portfolioOf } from "../../examples/credit-file/portfolio.ts";

const OWN = fileURLToPath(new URL("../../examples/credit-file/customer.json", import.meta.url));
const ITEMS = fileURLToPath(new URL("../../examples/credit-file/items.csv", import.meta.url));

/** The cells of the first line after a title that begins with a word. */
function cellsAfter(report: string, title: string, first: string): string[] {
  const at = report.indexOf(title);
  const lines = report
    .slice(at)
    .split("\n")
    .map((line) => line.trim().split(/ {2,}/));
  const line = at < 0 ? undefined : lines.find((cells) => cells[0] === first);
  if (line === undefined) throw new Error(`no line after ${title} begins with ${first}`);
  return line.slice(1);
}

function numberIn(cell: string | undefined): number {
  return Number((cell ?? "").replaceAll(",", "").replace(/ %$/, ""));
}

const day = (date: string): number => Date.parse(date) / 86_400_000;
const sumOf = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const mean = (numbers: readonly number[]): number => sumOf(numbers) / numbers.length;

describe("the file of the example's customer", () => {
  let report = "";
  beforeAll(() => {
    report = reportFor([]);
  });
  const last = (title: string, first: string): string => cellsAfter(report, title, first)[0] ?? "";

  it("has the ratios of three years and where they point", () => {
    const ratio = (name: string) => cellsAfter(report, "Ratio  ", name);
    // 3,270 / 1,780; 3,695 / 2,090; 4,140 / 2,520
    expect(ratio("Current ratio")).toEqual(["1.84", "1.77", "1.64", "falling"]);
    // 3,420 / 5,850; 3,700 / 6,330; 4,070 / 6,800: 0.58462, 0.58452, 0.59853
    expect(ratio("Liabilities ÷ assets")).toEqual(["0.58", "0.58", "0.60", "mixed"]);
    // 612 / 118; 560 / 131; 430 / 152
    expect(ratio("Interest cover")).toEqual(["5.19", "4.27", "2.83", "falling"]);
    const cycle = (1740 / 10_760) * 365 + (2110 / 7962.4) * 365 - (1390 / 7962.4) * 365;
    expect(ratio("Cash cycle").slice(2)).toEqual([cycle.toFixed(2), "rising"]);
  });

  it("has the models that the statements allow, and where they disagree", () => {
    const [capital, retained, ebit] = [1620 / 6800, 1930 / 6800, 430 / 6800];
    const [equity, sales] = [2730 / 4070, 10_760 / 6800];
    const prime = 0.717 * capital + 0.847 * retained + 3.107 * ebit + 0.42 * equity + 0.998 * sales;
    const doublePrime = 6.56 * capital + 3.26 * retained + 6.72 * ebit + 1.05 * equity;
    const springate = 1.03 * capital + 3.07 * ebit + 0.66 * (278 / 2520) + 0.4 * sales;
    const model = (name: string) => cellsAfter(report, "Solvency models", name);
    expect(model("Altman Z'")).toEqual([prime.toFixed(3), "grey"]);
    expect(model("Altman Z''")).toEqual([doublePrime.toFixed(3), "safe"]);
    expect(model("Altman Z''-EM")).toEqual([(doublePrime + 3.25).toFixed(3), "safe"]);
    expect(model("Springate")).toEqual([springate.toFixed(3), "safe"]);
    expect(model("Altman Z")).toEqual(["n/a", "needs marketEquity"]);
    expect(report).toContain("Altman Z' says grey, Springate safe.");
  });

  it("has how the customer paid, counted from the list of items", () => {
    const [, ...lines] = readFileSync(ITEMS, "utf8").trim().split("\n");
    const items = lines.map((line) => {
      const [, , date = "", due = "", amount = "", paid = "", disputed = ""] = line.split(",");
      return { date, due, amount: Number(amount), paid, disputed };
    });
    const title = "How it pays";
    const year = items.filter(({ date }) => date >= "2025-07-01");
    expect(numberIn(last(title, "Sales of the window, EUR"))).toBe(
      sumOf(year.map(({ amount }) => amount)),
    );
    const open = items.filter(({ paid }) => paid === "");
    const balance = sumOf(open.map(({ amount }) => amount));
    expect(numberIn(last(title, "Balance, EUR"))).toBe(balance);
    const overdue = open.filter(({ due }) => due < "2026-06-30");
    expect(numberIn(last(title, "Overdue"))).toBe(sumOf(overdue.map(({ amount }) => amount)));
    const disputed = sumOf(open.filter((item) => item.disputed === "yes").map((i) => i.amount));
    const disputedShare = `${((disputed / balance) * 100).toFixed(1)} %`;
    expect(last(title, "Disputed, of what is open")).toBe(disputedShare);

    const payments = items.filter(({ paid }) => paid >= "2025-07-01");
    const late = (from: string, to: string) =>
      payments
        .filter(({ paid }) => paid >= from && paid <= to)
        .map(({ due, paid }) => day(paid) - day(due));
    const all = late("2025-07-01", "2026-06-30");
    expect(last(title, "Days late: mean")).toBe(mean(all).toFixed(1));
    expect(last(title, "Days late: worst")).toBe(all.sort((a, b) => b - a)[0]?.toFixed(1));
    const trend = mean(late("2026-01-01", "2026-06-30")) - mean(late("2025-07-01", "2025-12-31"));
    expect(last(title, "Days late: later half less earlier")).toBe(trend.toFixed(1));
    const onTime = payments.filter(({ due, paid }) => paid <= due).map(({ amount }) => amount);
    const paidInAll = sumOf(payments.map(({ amount }) => amount));
    const onTimeShare = `${((sumOf(onTime) / paidInAll) * 100).toFixed(1)} %`;
    expect(last(title, "Paid on time, by amount")).toBe(onTimeShare);
  });

  it("scores by the weights and points of the policy", () => {
    // On time by 17 %: 40. Cover 2.83: 55. Quick ratio 0.81: 60. Liabilities 0.60 of assets: 65.
    const character = (80 + 75 + 40) / 3;
    const fiveC = 0.3 * character + 0.25 * 57.5 + 0.2 * 65 + 0.15 * 55 + 0.1 * ((60 + 70) / 2);
    expect(fiveC).toBe(61.625);
    const title = "The five Cs";
    expect(cellsAfter(report, title, "character")).toEqual(["30", "65.00", "19.50"]);
    expect(cellsAfter(report, title, "five-C score")).toEqual(["61.63"]);
    const counts = ["character", "capacity", "capital", "collateral", "conditions"].map((name) =>
      numberIn(cellsAfter(report, title, name)[2]),
    );
    expect(sumOf(counts)).toBeCloseTo(61.63, 2);
    // 400 + 40 (late 6.9 days) + 0 (trend 8.8) + 30 (Z' 2.47) + 20 (cover) + 30 + 25 + 20
    expect(report).toContain("Score 565: grade 3.");
    const reasons = report.match(/^ {2}[A-Z_]+(?=:)/gm)?.map((code) => code.trim());
    // Short by 30, then three by 20 in the order of the card, then 5.
    expect(reasons).toEqual([
      ...["PAYS_LATER_THAN_BEFORE", "PAYS_LATE", "SOLVENCY_NOT_SAFE", "INTEREST_WEIGHS"],
      "BANK_REPORT",
    ]);
    // 61.6 is below 75 − 5, and class B begins at 60.
    expect(report).toContain("Class B (down from A): 45 days.");
  });

  it("has the least of all bounds as the limit", () => {
    const bound = (name: string) => cellsAfter(report, "Credit limit, in EUR", name);
    expect(numberIn(bound("need")[0])).toBeCloseTo(((720_000 * (45 + 15)) / 365) * 1.2, 2);
    // (1,620 + 2,730) / 2 thousand × 0.175, since 1.643 + 0.806 − 0.923 − 1.491 = 0.034; × 0.4
    expect(bound("balance sheet")).toEqual(["152,250.00"]);
    // Grade 3: 0.05 × 2,730,000
    expect(bound("rating")).toEqual(["136,500.00"]);
    // 200,000: 0.11 × 0.7 + 0.08 × 45 / 365 = 0.0869 of 0.09; 250,000: 0.1429
    expect(bound("risk")).toEqual(["200,000.00"]);
    // Class B leaves 120,000 as it is.
    expect(bound("review")).toEqual(["120,000.00", "binds"]);
    expect(bound("credit limit")).toEqual(["120,000.00"]);
  });

  it("has an exposure and an order that add up", () => {
    const part = (name: string) => numberIn(last("Exposure, in EUR", name));
    const gross = 134_645.5 + 9800 + (24_600 - 9800);
    expect(part("gross")).toBe(gross);
    expect(
      part("open items") + part("delivered, not billed") + part("orders due by 2026-09-30"),
    ).toBe(gross);
    // 90 % of the 60,000 that the insurer covers at most
    expect(part("insured")).toBe(54_000);
    expect(part("net, at our own risk")).toBe(gross - 54_000);

    const order = (name: string) => numberIn(last("Order O-560", name));
    expect(order("available before")).toBe(120_000 - (gross - 54_000));
    expect(order("may go now")).toBe(14_754.5);
    expect(order("may go now") + order("to be paid in advance")).toBe(46_000);
    // Without the 39,600: 65,645.50 at our own risk, and with the order 93 % of the limit.
    const paid = "If the overdue 39,600.00 are paid first: watch, 46,000.00 may go.";
    expect(report).toContain(paid);
  });

  it("recommends, and has a line for each who must sign, with the day that was given", () => {
    const recommended = (name: string) => last("Recommendation", name);
    expect(recommended("terms")).toBe("45 days, not the 60 asked for");
    expect(recommended("credit limit")).toBe("120,000.00 EUR");
    expect(report).toMatch(/^credit-manager +_+ +2026-06-30$/m);
    expect(report).toMatch(/^general-manager +_+ +2026-06-30$/m);
    expect(report).toContain("credit limit in whole units = 120,000");
    expect(report).not.toMatch(/NaN|undefined|null|Infinity/);
  });
});

/** What the card, the classes and the forecast say, in plain words of a program. */
function plainly({ id, group, isKey, annualPurchases, values }: Applicant) {
  const { daysLate, daysLateTrend, solvency, interestCover } = values;
  const { yearsTrading, bankReport, legalForm } = values;
  if (legalForm === "club") return undefined;
  const late = Number(daysLate);
  const trend = Number(daysLateTrend);
  const cover = Number(interestCover);
  const z = Number(solvency);
  const years = Number(yearsTrading);
  const bank: Readonly<Record<string, number>> = { good: 30, satisfactory: 25, poor: 0 };
  const score = sumOf([
    400,
    late < 3 ? 60 : late < 10 ? 40 : late < 30 ? 20 : 0,
    trend < 2 ? 30 : trend < 7 ? 15 : 0,
    solvency === null ? 10 : z < 1.23 ? 0 : z < 2.9 ? 30 : 50,
    interestCover === null ? 15 : cover < 1.5 ? 0 : cover < 3 ? 20 : 40,
    years < 3 ? 5 : years < 10 ? 20 : 30,
    bankReport === null ? 10 : (bank[bankReport as string] ?? Number.NaN),
    legalForm === "sole trader" ? 12 : 20,
  ]);
  const place = score >= 600 ? 0 : score >= 550 ? 1 : score >= 500 ? 2 : 3;
  const days = [60, 45, 30, 0][place] ?? 0;
  const need = (annualPurchases * (days + 15)) / 365;
  const weight = need * ([1, 0.7, 0.4, 0][place] ?? 0);
  const cap = days === 0 ? 0 : Math.min(Math.floor(need / 1000), 40);
  const floor = days > 0 && isKey ? 30 : 0;
  return { id, group, score, grade: "ABCD"[place] ?? "", weight, cap, floor, units: floor };
}

describe("three hundred customers under one budget", () => {
  const applicants = inventedApplicants();
  const plain = applicants.flatMap((applicant) => plainly(applicant) ?? []);
  const { scored, unscored, shared } = portfolioOf(applicants);

  it("have the scores and classes of plain arithmetic; who has none is named", () => {
    expect(scored.map(({ score }) => score.value.toNumber())).toEqual(
      plain.map(({ score }) => score),
    );
    expect(scored.map(({ grade }) => grade)).toEqual(plain.map(({ grade }) => grade));
    expect(scored.length + unscored.length).toBe(300);
    const clubs = applicants.filter(({ values }) => values["legalForm"] === "club");
    expect(unscored.map(({ id }) => id)).toEqual(clubs.map(({ id }) => id));
  });

  it("have the limits of thousands given out one by one", () => {
    const left: Record<string, number> = { construction: 800, machinery: 2500, export: 1200 };
    for (const { group, floor } of plain) left[group] = (left[group] ?? 0) - floor;
    let budget = 4000 - sumOf(plain.map(({ floor }) => floor));
    while (budget > 0) {
      // The next thousand goes where the next half step is least; ties to the greater weight.
      const open = plain.filter(({ units, cap, group }) => units < cap && (left[group] ?? 0) > 0);
      const step = ({ units, weight }: (typeof plain)[number]) => (units + 0.5) / weight;
      const next = open.sort((a, b) => step(a) - step(b) || b.weight - a.weight)[0];
      if (!next) break;
      next.units += 1;
      left[next.group] = (left[next.group] ?? 0) - 1;
      budget -= 1;
    }
    const limits = [...shared.allocations].map(({ id, limit }) => [id, limit.value.toNumber()]);
    expect(limits).toEqual(plain.map(({ id, units }) => [id, units * 1000]));
  });

  it("have every sum of the print exact, and every bound among those told", () => {
    const report = reportFor([]).split("One budget of 4,000,000")[1] ?? "";
    const column = (title: string, names: readonly string[], cell: number) =>
      sumOf(names.map((name) => numberIn(cellsAfter(report, title, name)[cell])));
    expect(column("Class  Customers", ["A", "B", "C", "D"], 0)).toBe(scored.length);
    expect(column("Class  Customers", ["A", "B", "C", "D"], 1)).toBe(4_000_000);
    expect(column("Bound by  Customers", ["none", "cap", "floor", "group"], 1)).toBe(4_000_000);
    expect(column("Group  ", ["construction", "machinery", "export"], 0)).toBe(4_000_000);
    expect(cellsAfter(report, "Group  ", "construction").at(-1)).toBe("at its cap");
    expect(report.match(/^C\d{4} {2}\S/gm)?.length).toBe(20);
    expect(shared.notAllocated.value.toNumber()).toBe(0);
  });
});

describe("a file of one's own", () => {
  const folder = mkdtempSync(join(tmpdir(), "credit-file-"));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  type Data = Record<string, Record<string, unknown>>;
  const written = (change: (data: Data) => void, items = readFileSync(ITEMS, "utf8")): string => {
    const data = JSON.parse(readFileSync(OWN, "utf8")) as Data;
    change(data);
    const path = join(folder, "mine.json");
    writeFileSync(path, JSON.stringify(data));
    writeFileSync(join(folder, "items.csv"), items);
    return path;
  };
  const refusal = (...args: string[]): string[] => {
    try {
      reportFor(args);
    } catch (error) {
      return messageOf(error).split("\n  ");
    }
    throw new Error("was not refused");
  };

  it("is reported as of the day that is given, without the budget", () => {
    const path = written((data) => {
      data["request"] = { limit: 40_000, termDays: 30, annualPurchases: 200_000 };
      data["statements"] = (data["statements"] as unknown as unknown[]).slice(1) as never;
    });
    const report = reportFor([path, "--as-of", "2026-05-31"]);
    // 200,000 × 60 / 365 × 1.2 = 39,452, cut to 5,000
    expect(cellsAfter(report, "Credit limit", "need")).toEqual(["39,452.05", "binds"]);
    expect(cellsAfter(report, "Credit limit", "credit limit")).toEqual(["35,000.00"]);
    expect(report).toContain("30 days");
    expect(report).toMatch(/^credit-manager +_+ +2026-05-31$/m);
    expect(report).not.toContain("One budget");
  });

  it("is refused with every fault on a line", () => {
    const path = written((data) => {
      const statements = data["statements"] as unknown as Record<string, unknown>[];
      Object.assign(statements[1] ?? {}, { sales: "10,180", profits: 1 });
      Object.assign(data["judged"] ?? {}, { trade: 600 });
      Object.assign(data["facts"] ?? {}, { legalForm: "club" });
      Object.assign(data["customer"] ?? {}, { class: "Z", presentLimit: -1 });
      Object.assign(data["order"] ?? {}, { amount: -1 });
      Object.assign(data["request"] ?? {}, { annualPurchases: "much" });
    });
    const faults = refusal(path, "--as-of", "2026-06-30");
    const beginnings = [
      'statements: statements[1].sales must be a plain decimal, got "10,180"',
      "statements: statements[1].profits is not a field",
      'facts: values.legalForm must be a value that an attribute of the card holds, got "club"',
      'judged: conditions.elements[0].score must be from 0 to 100, on the scale, got "600"',
      "class: current must be a grade of the bands: ",
      "presentLimit: bounds[0].amount must be at least 0, got -1",
      'need: annualPurchases must be a plain decimal, got "much"',
      "order: order must be at least 0, got -1",
    ];
    expect(faults.map((fault, at) => fault.slice(0, beginnings[at]?.length))).toEqual(beginnings);
  });

  it("is refused where fields are missing, or rows of its items cannot be taken", () => {
    const missing = written((data) => {
      delete data["order"];
      delete data["customer"]?.["id"];
      Object.assign(data["request"] ?? {}, { limitt: 5 });
    });
    expect(refusal(missing, "--as-of", "2026-06-30")).toEqual([
      "order is missing",
      "customer.id is missing",
      "request.limitt is no field of a customer's file",
    ]);
    const rows = "number,customer,date,due,amount,paid,disputed\nR,T-118,2026-02-30,,5,,\n";
    const path = written(() => undefined, rows);
    const [fault] = refusal(path, "--as-of", "2026-06-30");
    expect(fault).toMatch(/^items: line 2: date must be a date YYYY-MM-DD, got "2026-02-30"/);
    expect(refusal(path)).toEqual(["needs --as-of DATE, the day of the file"]);
  });
});
