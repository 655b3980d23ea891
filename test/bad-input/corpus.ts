/**
 * What callers hand over by mistake or on purpose, one value an entry. `make` gives a fresh value
 * where the value has a state, so that no call sees what another one did to it.
 */
import { Decimal } from "decimal.js";

/** Where a value is never legal. */
export type Nowhere =
  /** In no field that the library reads, whatever it is. */
  | "anywhere"
  /** Where a number is asked. */
  | "as-number"
  /** Where a date is asked. */
  | "as-date"
  /** It depends on the field. */
  | "depends";

export interface BadValue {
  readonly name: string;
  readonly illegal: Nowhere;
  readonly make: () => unknown;
}

function entry(illegal: Nowhere, name: string, make: () => unknown): BadValue {
  return { name, illegal, make };
}

function each(illegal: Nowhere, values: readonly unknown[]): BadValue[] {
  return values.map((value) => entry(illegal, shown(value), () => value));
}

function shown(value: unknown): string {
  if (Object.is(value, -0)) return "-0";
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > 40 ? `${text.slice(0, 30)}… (${String(text.length)})` : text;
}

const MEGABYTE = 1_000_000;
const longDigits = "9".repeat(MEGABYTE);
const longDecimal = `0.${"0".repeat(MEGABYTE)}1`;
const longText = "a".repeat(MEGABYTE);

const numbers: BadValue[] = [
  ...each("anywhere", [
    NaN,
    Infinity,
    -Infinity,
    2 ** 53,
    -(2 ** 53),
    1e21,
    1.7976931348623157e308,
  ]),
  ...each("depends", [0, -0, -1, 0.5, 1.005, 0.1 + 0.2, 1e15, 5e-7, 5e-324, 2 ** 53 - 1, 2 ** 31]),
  ...each("depends", [0n, -5n, 10n ** 18n]),
  ...each("anywhere", [10n ** 70n, -(10n ** 70n), 2n ** 4_096n]),
];

const decimalTexts: BadValue[] = [
  ...each("as-number", ["NaN", "Infinity", "-Infinity", "nan", "null", "undefined", "true"]),
  ...each("as-number", ["1e3", "1E3", "1e999999999", "1e-999999999", "-1e99999999999999999999"]),
  ...each("as-number", ["0x10", "0b11", "0o7", "0x1p100000", "1_000", "5.", ".5", "+1", "--1"]),
  ...each("as-number", [
    "1,000",
    "1.234,56",
    "1'000",
    "１２",
    "١٢",
    "−5",
    "1 ",
    " 1",
    "\t1",
    "1\n",
  ]),
  ...each("as-number", ["", " ", ".", "-", "1.2.3", "1n", "5%", "€5", "½", "٫5", "1\u00a0000"]),
  ...each("as-number", [longDigits, `-${longDigits}`, longDecimal, "1".repeat(65)]),
  ...each("depends", ["-0", "0", "-0.00", "-1", "000012", "0.001", "1".repeat(64)]),
];

const dates: BadValue[] = [
  ...each("as-date", ["2023-02-30", "2023-02-29", "1900-02-29", "2023-13-01", "2023-00-10"]),
  ...each("as-date", ["2023-02-03junk", "2023-02-03 ", " 2023-02-03", "20230203", "2023-W05"]),
  ...each("as-date", ["2023-045", "2023-2-3", "03.02.2023", "2023/02/03", "2023-02-03T00:00:00Z"]),
  ...each("as-date", ["0000-01-01", "1899-12-31", "-2023-02-03", "+2023-02-03", "12023-02-03"]),
  ...each("as-date", ["２０２３-０２-０３", "2023–02–03", "0x7e-02-03", "1e03-01-01"]),
  ...each("depends", ["1900-01-01", "9999-12-31", "2024-02-29", "2023", "2023-02", "2023-Q1"]),
];

const otherPrimitives: BadValue[] = [
  ...each("depends", [undefined, null, true, false]),
  ...each("depends", ["__proto__", "constructor", "toString", "hasOwnProperty", "💶", "\ud800"]),
  ...each("depends", [longText]),
  entry("anywhere", "a symbol", () => Symbol("five")),
  entry("anywhere", "a function", () => () => 5),
  entry(
    "anywhere",
    "a class",
    () =>
      class Five {
        readonly five = 5;
      },
  ),
];

const objects: BadValue[] = [
  entry("depends", "{}", () => ({})),
  entry("depends", "[]", () => []),
  entry("depends", "null prototype", () => Object.create(null) as object),
  entry("as-number", "[5]", () => [5]),
  entry("as-number", "[[[5]]]", () => [[[5]]]),
  entry("as-number", "{ valueOf: 5 }", () => ({ valueOf: () => 5, toString: () => "5" })),
  entry("as-number", "new Number(5)", () => Object(5) as unknown),
  entry("as-number", "new String('5')", () => Object("5") as unknown),
  entry("anywhere", "a Date", () => new Date(0)),
  entry("anywhere", "an invalid Date", () => new Date(NaN)),
  entry("anywhere", "a RegExp", () => /5/),
  entry("anywhere", "a Map", () => new Map([["sales", 5]])),
  entry("anywhere", "a Set", () => new Set([5])),
  entry("anywhere", "a WeakMap", () => new WeakMap()),
  entry("anywhere", "a Promise", () => Promise.resolve(5)),
  entry("anywhere", "an Error", () => new Error("five")),
  entry("anywhere", "an ArrayBuffer", () => new ArrayBuffer(8)),
  entry("anywhere", "a DataView", () => new DataView(new ArrayBuffer(8))),
  entry("as-number", "a generator", () =>
    (function* five() {
      yield 5;
    })(),
  ),
  entry("as-number", "a Float64Array of NaN", () => Float64Array.of(NaN, Infinity, -0, 0.5)),
  entry("as-number", "an Int32Array", () => Int32Array.of(-2147483648, 2147483647, 5)),
  entry("as-number", "a BigInt64Array", () => BigInt64Array.of(5n, -(2n ** 63n))),
  entry("depends", "an empty Float64Array", () => new Float64Array(0)),
  entry("as-number", "a list of NaN", () => [NaN, NaN, NaN]),
  entry("as-number", "a list of null", () => [null, null, null]),
  entry("as-number", "a list of symbols", () => [Symbol("a"), Symbol("b")]),
  entry("as-number", "a list of empty objects", () => [{}, {}, {}]),
];

const shapes: BadValue[] = [
  entry("anywhere", "[5, , 5]", () => [5, , 5]),
  entry("anywhere", "a list of nothing but holes", () => new Array<unknown>(3)),
  entry("anywhere", "a list of 4,294,967,295 holes", () => new Array<unknown>(2 ** 32 - 1)),
  entry("anywhere", "array-like of 2^53 − 1", () => ({ length: Number.MAX_SAFE_INTEGER, 0: 5 })),
  entry("anywhere", "array-like of Infinity", () => ({ length: Infinity, 0: 5 })),
  entry("anywhere", "a list that holds itself", () => selfHolding(1)),
  entry("anywhere", "a list that holds itself 1,000 times", () => selfHolding(1000)),
  entry("anywhere", "a record that holds itself", () => {
    const record: Record<string, unknown> = {};
    record["sales"] = record["self"] = record;
    return record;
  }),
  entry("anywhere", "20,000 lists deep", () => deepList),
  entry("anywhere", "20,000 records deep", () => deepRecord),
  entry("anywhere", "2,000 unknown keys", () => wideRecord),
  entry("anywhere", "an unknown key of 1 MB", () => ({ [longText]: 5 })),
  entry("anywhere", "own key __proto__", () => JSON.parse('{"__proto__": 5}') as unknown),
  entry("anywhere", "keys constructor and toString", () => ({ constructor: 5, toString: 5 })),
];

function selfHolding(times: number): unknown[] {
  const list: unknown[] = [];
  for (let place = 0; place < times; place += 1) list.push(list);
  return list;
}

const deepList = nested((inner) => [inner]);
const deepRecord = nested((inner) => ({ periods: inner }));

function nested(around: (inner: unknown) => unknown): unknown {
  let value: unknown = "5";
  for (let depth = 0; depth < 20_000; depth += 1) value = around(value);
  return value;
}

const wideRecord = recordOf(2000);

const hostile: BadValue[] = [
  entry("anywhere", "a getter that throws", () => getter(() => thrown("getter"))),
  entry("depends", "a getter that changes", () => {
    let reads = 0;
    return getter(() => ((reads += 1) % 2 === 1 ? "5" : NaN));
  }),
  entry("anywhere", "a proxy that throws at everything", () => throwingProxy({})),
  entry("anywhere", "a list proxy that throws at everything", () => throwingProxy([])),
  entry("anywhere", "a revoked proxy", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  }),
  entry("anywhere", "a revoked list proxy", () => {
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    return proxy;
  }),
  entry("anywhere", "a list proxy of length 10^9", () => endlessProxy(1e9)),
  entry("anywhere", "a list proxy of length NaN", () => endlessProxy(NaN)),
  entry("anywhere", "a vector that gives itself", () => {
    const vector = { toArray: (): unknown => vector };
    return vector;
  }),
  entry("depends", "a vector that throws", () => ({ toArray: () => thrown("toArray") })),
  entry("anywhere", "toJSON and toString that throw", () => ({
    toJSON: () => thrown("toJSON"),
    toString: () => thrown("toString"),
    [Symbol.toPrimitive]: () => thrown("toPrimitive"),
  })),
  entry("depends", "an iterator that never ends", () => ({
    *[Symbol.iterator]() {
      for (;;) yield 5;
    },
  })),
];

function getter(read: () => unknown): object {
  const fields = [
    "sales",
    "id",
    "value",
    "amount",
    "period",
    "party",
    "e",
    "codes",
    "discountRate",
  ];
  const descriptors = fields.map((key) => [
    key,
    { enumerable: true, configurable: true, get: read },
  ]);
  return Object.defineProperties({}, Object.fromEntries(descriptors) as PropertyDescriptorMap);
}

function thrown(what: string): never {
  throw new TypeError(`foreign ${what}`);
}

/** Every trap of it throws. */
export function throwingProxy<T extends object>(target: T): T {
  const traps = Object.getOwnPropertyNames(Reflect).map((trap) => [trap, () => thrown(trap)]);
  return new Proxy(target, Object.fromEntries(traps) as ProxyHandler<T>);
}

function endlessProxy(length: number): unknown {
  return new Proxy([], { get: (_, key) => (key === "length" ? length : undefined) });
}

const TAG = "[object Decimal]";

const forged: BadValue[] = [
  entry("as-number", "Decimal NaN", () => new Decimal(NaN)),
  entry("as-number", "Decimal Infinity", () => new Decimal(Infinity)),
  entry("as-number", "Decimal 1e999999999", () => new Decimal("1e999999999")),
  entry("as-number", "Decimal 1e-999999999", () => new Decimal("1e-999999999")),
  entry("depends", "Decimal -0", () => new Decimal("-0")),
  entry("depends", "Decimal 5 of another clone", () => new (Decimal.clone({ precision: 2 }))(5)),
  entry("as-number", "a mutated Decimal: d[0] = NaN", () => mutated((own) => (own.d[0] = NaN))),
  entry("as-number", "a mutated Decimal: d[0] = 0.5", () => mutated((own) => (own.d[0] = 0.5))),
  entry("as-number", "a mutated Decimal: d[0] = -7", () => mutated((own) => (own.d[0] = -7))),
  entry("as-number", "a mutated Decimal: d[0] = 1e300", () => mutated((own) => (own.d[0] = 1e300))),
  entry("as-number", "a mutated Decimal: e = NaN", () => mutated((own) => (own.e = NaN))),
  entry("as-number", "a mutated Decimal: e = 1e9", () => mutated((own) => (own.e = 1e9))),
  entry("as-number", "a mutated Decimal: e = 0.5", () => mutated((own) => (own.e = 0.5))),
  entry("as-number", "a mutated Decimal: no digits", () => mutated((own) => (own.d.length = 0))),
  entry("as-number", "a mutated Decimal: s = 7", () => mutated((own) => (own.s = 7))),
  entry("as-number", "a mutated Decimal: d is a text", () =>
    mutated((own) => ((own as { d: unknown }).d = "5")),
  ),
  entry("as-number", "a forged Decimal: only the tag", () => ({ toStringTag: TAG })),
  entry("as-number", "a forged Decimal: s, e, d and no methods", () => ({
    toStringTag: TAG,
    s: 1,
    e: 0,
    d: ["5"],
  })),
  entry("as-number", "a forged Decimal: toFixed throws", () => ({
    toStringTag: TAG,
    s: 1,
    e: 0,
    d: [NaN],
    toFixed: () => thrown("toFixed"),
  })),
  entry("as-number", "a forged Decimal: toFixed gives an object", () => ({
    toStringTag: TAG,
    s: 1,
    e: 0,
    d: [-1],
    toFixed: () => ({ length: 3 }),
  })),
  entry("as-number", "a forged Decimal: digits throw", () => ({
    toStringTag: TAG,
    s: 1,
    e: 0,
    get d() {
      return thrown("d");
    },
  })),
  entry("as-number", "a forged Decimal: 10^9 digits", () => ({
    toStringTag: TAG,
    s: 1,
    e: 0,
    d: endlessProxy(1e9),
  })),
];

interface Innards {
  s: number;
  e: number;
  d: number[];
}

function mutated(mutate: (own: Innards) => void): Decimal {
  const decimal = new Decimal("1234567890.5");
  mutate(decimal);
  return decimal;
}

const EXACT = Symbol.for("trade-credit/exact");
const figure = { formula: "x/y", value: "5", unit: "money", inputs: {}, caveats: [] };

const figures: BadValue[] = [
  entry("anywhere", "a figure of NaN", () => ({ ...figure, value: "NaN" })),
  entry("anywhere", "a figure of a number", () => ({ ...figure, value: NaN })),
  entry("anywhere", "a figure of 1e9999", () => ({ ...figure, value: "1e9999" })),
  entry("anywhere", "a figure of a symbol", () => ({ ...figure, value: Symbol("five") })),
  entry("anywhere", "a figure of an unknown unit", () => ({ ...figure, unit: "fathoms" })),
  entry("anywhere", "a figure whose unit is an object", () => ({ ...figure, unit: {} })),
  entry("depends", "a figure in days", () => ({ ...figure, unit: "days" })),
  entry("depends", "a figure in another currency", () => ({ ...figure, currency: "XTS" })),
  entry("anywhere", "a figure whose currency is a symbol", () => ({
    ...figure,
    currency: Symbol("EUR"),
  })),
  entry("depends", "a figure of denominator 0", () => exactly({ numerator: 1n, denominator: 0n })),
  entry("depends", "a figure of denominator -1", () =>
    exactly({ numerator: 1n, denominator: -1n }),
  ),
  entry("depends", "a figure of 5 / 1 in numbers", () => exactly({ numerator: 5, denominator: 1 })),
  entry("depends", "a figure of nothing exact", () => exactly(null)),
  entry("depends", "a figure whose exact value throws", () => ({
    ...figure,
    get [EXACT]() {
      return thrown("exact");
    },
  })),
  entry("depends", "a figure that is a loop", () => {
    const loop: Record<string, unknown> = { ...figure };
    loop["inputs"] = { loop };
    return loop;
  }),
  entry("depends", "a figure whose value throws later", () => {
    let reads = 0;
    return {
      ...figure,
      get value(): unknown {
        reads += 1;
        return reads > 3 ? thrown("value") : "5";
      },
    };
  }),
  entry("anywhere", "an absent answer", () => ({
    ...figure,
    value: null,
    reason: { code: "not_defined", message: "there is none" },
  })),
  entry("anywhere", "an absent answer without reason", () => ({
    ...figure,
    value: null,
    reason: undefined,
  })),
  entry("anywhere", "an absent answer with a reason of 1 MB", () => ({
    ...figure,
    value: null,
    reason: { code: longText, message: longText },
  })),
  entry("anywhere", "rows that throw", () => ({
    [Symbol.for("trade-credit/rows")]: true,
    toArray: () => thrown("toArray"),
    [Symbol.iterator]: () => thrown("iterator"),
  })),
  entry("anywhere", "rows that are none", () => ({
    [Symbol.for("trade-credit/rows")]: true,
    toArray: () => 5,
  })),
  entry("depends", "a forged ledger", () => ({ [Symbol.for("trade-credit/ledger")]: 5 })),
  entry("depends", "a forged ledger of nothing", () => ({
    [Symbol.for("trade-credit/ledger")]: {},
  })),
  entry("depends", "forged sums", () => ({ [Symbol.for("trade-credit/aging-sums")]: {} })),
];

function exactly(exact: unknown): object {
  return { ...figure, [EXACT]: exact };
}

/** Everything. */
export const CORPUS: readonly BadValue[] = [
  ...numbers,
  ...decimalTexts,
  ...dates,
  ...otherPrimitives,
  ...objects,
  ...shapes,
  ...hostile,
  ...forged,
  ...figures,
];

/** A list of a hundred lists, levels down: 100^levels entries that share their memory. */
export function sharedLists(levels: number): unknown {
  let level: unknown = "5";
  for (let depth = 0; depth < levels; depth += 1) level = new Array<unknown>(100).fill(level);
  return level;
}

/** A record of so many fields that no function knows. */
export function recordOf(fields: number): Record<string, unknown> {
  return Object.fromEntries(Array.from({ length: fields }, (_, at) => [`k${at}`, 5]));
}

/** A thousand texts, numbers and Decimals that would take forever, or all memory, to expand. */
export function bombs(): unknown[] {
  const found: unknown[] = [];
  for (let at = 0; at < 1000; at += 1) {
    const size = 999_999_999 - at;
    found.push(
      [
        `1e${size}`,
        `1e-${size}`,
        `-9.9e${size}`,
        `0x${"f".repeat(60_000)}${at}`,
        longDigits,
        `${longDecimal}${at % 10}`,
        `${" ".repeat(100_000)}${at}`,
        new Decimal(`1e${size}`),
        new Decimal(`1e-${size}`),
        { ...figure, value: `1e${size}` },
      ][at % 10],
    );
  }
  return found;
}
