/** The civil calendar against the engine's own, over every day of two centuries. */
import { describe, expect, it } from "vitest";

import { isCreditError, isoDate } from "trade-credit";

import {
  dayNumber,
  FIRST_DAY,
  formatDay,
  LAST_DAY,
  monthLength,
  NO_DAY,
  parseDay,
  partsOf,
} from "../../src/ground/days.ts";
import {
  addMonths,
  formatMonth,
  formatPeriod,
  monthEnd,
  monthNumber,
  monthSpan,
  monthStart,
  parsePeriod,
  parseSpan,
} from "../../src/ground/months.ts";

const DAY = 86_400_000;
const first = Date.UTC(1900, 0, 1) / DAY;
const last = Date.UTC(2100, 11, 31) / DAY;

/** The engine's text of a day; years of four digits only. */
const engineText = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);

function eachDay(check: (day: number, date: Date) => void): void {
  for (let day = first; day <= last; day += 1) check(day, new Date(day * DAY));
}

describe("days", () => {
  it("are those of the engine's calendar, every day from 1900 to 2100", () => {
    const faults: unknown[] = [];
    eachDay((day, date) => {
      const text = engineText(day);
      const { year, month, day: dayOfMonth } = partsOf(day);
      const isRight =
        formatDay(day) === text &&
        parseDay(text) === day &&
        year === date.getUTCFullYear() &&
        month === date.getUTCMonth() + 1 &&
        dayOfMonth === date.getUTCDate() &&
        dayNumber(year, month, dayOfMonth) === day;
      if (!isRight) faults.push(text);
    });
    expect(faults).toEqual([]);
  });

  it("begin with 1900-01-01 and end with 9999-12-31", () => {
    expect([formatDay(FIRST_DAY), parseDay("1900-01-01")]).toEqual(["1900-01-01", FIRST_DAY]);
    expect([formatDay(LAST_DAY), parseDay("9999-12-31")]).toEqual(["9999-12-31", LAST_DAY]);
    expect(parseDay("1970-01-01")).toBe(0);
    expect(parseDay("1899-12-31")).toBe(NO_DAY);
  });

  it("do not exist where the month is shorter", () => {
    for (let year = 1900; year <= 2100; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
        expect(monthLength(year, month)).toBe(length);
        for (let day = length; day <= 32; day += 1) {
          const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
          expect([text, parseDay(text) !== NO_DAY]).toEqual([text, day === length]);
        }
      }
    }
  });

  it.each([
    "",
    "2023",
    "2023-02",
    "20230203",
    "2023-2-3",
    "2023-02-3",
    "2023-W05",
    "2023-045",
    "2023-02-03 ",
    "2023-02-03T00:00",
    "2023/02/03",
    "03-02-2023",
    "2023-00-03",
    "2023-02-00",
    "２０２３-02-03",
    "+023-02-03",
    "-023-02-03",
    "2e23-02-03",
    "2023-0x-03",
  ])("%j is no date", (text) => {
    expect(parseDay(text)).toBe(NO_DAY);
  });
});

describe("months", () => {
  it("begin, end and count as in the engine's calendar, every day from 1900 to 2100", () => {
    const faults: string[] = [];
    eachDay((day, date) => {
      const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
      const start = Date.UTC(year, month, 1) / DAY;
      const end = Date.UTC(year, month + 1, 0) / DAY;
      const span = monthSpan(monthNumber(day));
      const isRight =
        monthStart(day) === start &&
        monthEnd(day) === end &&
        monthNumber(day) === year * 12 + month &&
        span.from === start &&
        span.to === end &&
        formatMonth(monthNumber(day)) === engineText(day).slice(0, 7);
      if (!isRight) faults.push(engineText(day));
    });
    expect(faults).toEqual([]);
  });

  it("are added from the anchor day and clamped to the month's length", () => {
    const faults: string[] = [];
    eachDay((day, date) => {
      for (const months of [-25, -12, -1, 0, 1, 2, 11, 12, 13, 48]) {
        const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
        const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
        const expected = Date.UTC(year, month, Math.min(date.getUTCDate(), length)) / DAY;
        if (addMonths(day, months) !== expected) faults.push(`${engineText(day)} ${months}`);
      }
    });
    expect(faults.slice(0, 5)).toEqual([]);
    // Not chained: one month after 31 January is the 28th, two months after it the 31st.
    const anchor = parseDay("2023-01-31");
    expect([1, 2].map((months) => formatDay(addMonths(anchor, months)))).toEqual([
      "2023-02-28",
      "2023-03-31",
    ]);
  });
});

describe("periods", () => {
  const spanText = (text: string) => {
    const span = parsePeriod(text);
    return span && [formatDay(span.from), formatDay(span.to)];
  };

  it.each([
    ["2001-06", "2001-06-01", "2001-06-30"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["1900-02", "1900-02-01", "1900-02-28"],
    ["2001-Q1", "2001-01-01", "2001-03-31"],
    ["2001-Q4", "2001-10-01", "2001-12-31"],
    ["2001", "2001-01-01", "2001-12-31"],
    ["9999", "9999-01-01", "9999-12-31"],
  ])("%s is from %s to %s", (text, from, to) => {
    expect(spanText(text)).toEqual([from, to]);
  });

  it.each(["", "2001-00", "2001-13", "2001-Q0", "2001-Q5", "2001-q1", "1899", "1899-12", "201"])(
    "%j is none",
    (text) => {
      expect(parsePeriod(text)).toBeUndefined();
    },
  );

  it.each(["2001-06-01", "2001-6", "2001Q1", " 2001", "2001-06 ", "20010", "２００１"])(
    "%j is none either",
    (text) => {
      expect(parsePeriod(text)).toBeUndefined();
    },
  );

  it("are written as they are read: months, quarters, years, and spans by their days", () => {
    for (let year = 1999; year <= 2001; year += 1) {
      const names = [String(year)];
      for (let month = 1; month <= 12; month += 1) {
        names.push(`${year}-${String(month).padStart(2, "0")}`);
      }
      for (let quarter = 1; quarter <= 4; quarter += 1) names.push(`${year}-Q${quarter}`);
      for (const name of names) {
        expect(formatPeriod(parsePeriod(name) as { from: number; to: number })).toBe(name);
      }
    }
    const span = (from: string, to: string) => formatPeriod(parseSpan(from, to) as never);
    expect(span("2001-02-01", "2001-04-30")).toBe("2001-02-01..2001-04-30");
    expect(span("2001-01-01", "2001-03-30")).toBe("2001-01-01..2001-03-30");
    expect(span("2001-07-01", "2002-06-30")).toBe("2001-07-01..2002-06-30");
    expect(span("2001-06-15", "2001-06-15")).toBe("2001-06-15..2001-06-15");
    expect(parseSpan("2001-06-15", "2001-06-14")).toBeUndefined();
    expect(parseSpan("2001-06-31", "2001-07-14")).toBeUndefined();
    expect(parseSpan("2001-06-01", "2001-06-31")).toBeUndefined();
  });
});

describe("isoDate", () => {
  const refusal = (call: () => unknown): string => {
    try {
      call();
    } catch (error) {
      if (isCreditError(error)) return error.message;
      throw error;
    }
    return "no refusal";
  };

  it.each([
    ["2026-01-31T20:00:00Z", "UTC", "2026-01-31"],
    ["2026-01-31T20:00:00Z", "Asia/Shanghai", "2026-02-01"],
    ["2026-01-31T16:00:00Z", "Asia/Shanghai", "2026-02-01"],
    ["2026-01-31T15:59:59.999Z", "Asia/Shanghai", "2026-01-31"],
    // The day that Apia left out: 29 December was followed by the 31st.
    ["2011-12-30T09:59:59Z", "Pacific/Apia", "2011-12-29"],
    ["2011-12-30T10:00:00Z", "Pacific/Apia", "2011-12-31"],
    // No midnight in São Paulo on the day that summer time began.
    ["2018-11-04T02:59:59Z", "America/Sao_Paulo", "2018-11-03"],
    ["2018-11-04T03:00:00Z", "America/Sao_Paulo", "2018-11-04"],
    // Half hours, and hours that come twice.
    ["2026-07-01T02:29:59Z", "America/St_Johns", "2026-06-30"],
    ["2026-07-01T02:30:00Z", "America/St_Johns", "2026-07-01"],
    ["2026-11-01T05:30:00Z", "America/New_York", "2026-11-01"],
    ["2026-11-01T06:30:00Z", "America/New_York", "2026-11-01"],
    ["1900-01-01T00:00:00Z", "UTC", "1900-01-01"],
    ["9999-12-31T23:59:59Z", "UTC", "9999-12-31"],
  ])("%s in %s is %s", (instant, zone, expected) => {
    expect(isoDate(new Date(instant), zone)).toBe(expected);
  });

  it("does not depend on the zone of the machine", () => {
    const instant = new Date("2026-03-29T00:30:00Z");
    expect(isoDate(instant, "UTC")).toBe("2026-03-29");
    expect(isoDate(instant, "Pacific/Honolulu")).toBe("2026-03-28");
  });

  it.each([
    ["an invalid Date", new Date(NaN)],
    ["a text", "2026-01-31"],
    ["a number", 0],
    ["what only looks like a Date", { [Symbol.toStringTag]: "Date", getTime: (): number => 0 }],
    ["an object with its prototype", Object.create(Date.prototype) as Date],
  ])("refuses %s", (_, date) => {
    expect(refusal(() => isoDate(date as Date, "UTC"))).toMatch(
      /^isoDate: date must be a valid Date/,
    );
  });

  it.each(["1899-12-31T23:59:59Z", "-002000-06-15T00:00:00Z", "+010000-01-01T00:00:00Z"])(
    "refuses %s: before 1900, before Christ, after 9999",
    (text) => {
      expect(refusal(() => isoDate(new Date(text), "UTC"))).toBe(
        "isoDate: date must lie between 1900-01-01 and 9999-12-31",
      );
    },
  );

  it.each(["", "Asia/Nowhere", "local", 5, null, undefined])("refuses the zone %j", (zone) => {
    expect(refusal(() => isoDate(new Date(0), zone as string))).toMatch(
      /^isoDate: timeZone must be an IANA time zone, got /,
    );
  });
});
