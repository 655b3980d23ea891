/** Polars through its Node binding: a frame of whole cents, lazily asked. */
import type { Columns } from "../data.ts";
import { peer } from "./peer.ts";

interface Expression {
  ltEq(value: number): Expression;
  sum(): Expression;
  alias(name: string): Expression;
}

interface When {
  then(value: Expression): {
    when(condition: Expression): When;
    otherwise(value: Expression): Expression;
  };
}

interface Frame {
  readonly height: number;
  lazy(): Lazy;
  getColumn(name: string): { toTypedArray(): ArrayLike<number | bigint> };
}

interface Lazy {
  withColumns(column: Expression): Lazy;
  groupBy(names: readonly string[]): { agg(column: Expression): Lazy };
  collectSync(): Frame;
}

interface Polars {
  DataFrame(columns: Record<string, Int32Array | BigInt64Array>): Frame;
  col(name: string): Expression & { minus(value: number): Expression };
  readonly lit: (value: number) => Expression;
  when(condition: Expression): When;
}

/** Asks for cents by customer and class; undefined where Polars is not installed. */
export function agingByPolars(columns: Columns, asOfDay: number, classes: number) {
  const library = peer<Polars & { default?: Polars }>("nodejs-polars");
  const polars = library?.default ?? library;
  if (!polars) return undefined;
  const frame = polars.DataFrame({
    customer: columns.customer,
    due: columns.dueDay,
    cents: BigInt64Array.from(columns.cents, BigInt),
  });
  // Classes by due date: -1 of the age, so that no column of ages has to be made.
  const due = polars.col("due");
  const later = (days: number): Expression =>
    (due as unknown as { gtEq(value: number): Expression }).gtEq(asOfDay - days);
  const { lit } = polars;
  const bucket = polars
    .when(later(0))
    .then(lit(0))
    .when(later(30))
    .then(lit(1))
    .when(later(60))
    .then(lit(2))
    .when(later(90))
    .then(lit(3))
    .otherwise(lit(4))
    .alias("class");
  const total = polars.col("cents").sum().alias("total");
  return () => {
    const answer = frame
      .lazy()
      .withColumns(bucket)
      .groupBy(["customer", "class"])
      .agg(total)
      .collectSync();
    const cells = new Float64Array(columns.customers * classes);
    const read = (name: string) => answer.getColumn(name).toTypedArray();
    const [customer, place, cents] = [read("customer"), read("class"), read("total")];
    for (let row = 0; row < cents.length; row += 1) {
      cells[Number(customer[row]) * classes + Number(place[row])] = Number(cents[row]);
    }
    return cells;
  };
}
