/** What it comes to: the five Cs, the card, grade and class. */
import type { FiveCScore } from "trade-credit";
import { heading, table } from "../../month-end/format.ts";
import type { Assessment } from "../assess.ts";
import { reasonWords } from "../policy.ts";
import { number, shortened } from "./print.ts";

/** What a row of the five Cs has, as a stored result has it: texts, and figures with a value. */
interface StoredC {
  readonly id: string;
  readonly weight: string;
  readonly score: string | { readonly value: string };
  readonly points: string;
}

export function fiveCSection({ fiveC }: Assessment): string {
  const rows = criteriaOf(fiveC).map(({ id, weight, score, points }) => [
    id,
    weight,
    shortened(typeof score === "string" ? score : score.value, 2),
    shortened(points, 2),
  ]);
  const total = ["five-C score", "", "", number(fiveC)];
  return [
    heading("The five Cs, from 0 to 100"),
    "",
    table(["C", "Weight", "Score", "Counts"], [...rows, total]),
  ].join("\n");
}

/** The rows behind the score stand among its inputs. */
function criteriaOf(score: FiveCScore): readonly StoredC[] {
  const { inputs } = JSON.parse(JSON.stringify(score)) as {
    inputs: { criteria: readonly StoredC[] };
  };
  return inputs.criteria;
}

export function cardSection({ points, grade }: Assessment): string {
  const { score, contributions, reasons } = points;
  const rows = contributions.map((each) => [
    each.name,
    each.attribute,
    number(each.points, 0),
    each.shortfall.value.gt(0) ? number(each.shortfall, 0) : "",
  ]);
  return [
    heading("Scorecard"),
    "",
    table(["Characteristic", "Value in", "Points", "Short by"], rows, [0, 1]),
    "",
    `Score ${number(score, 0)}: grade ${grade.grade}.`,
    ...reasons.map((code) => `  ${code}: ${reasonWords[code] ?? code}`),
  ].join("\n");
}

export function classSection({ file, review, termDays }: Assessment): string {
  const { class: before } = file.customer;
  const { newClass, move } = review;
  const moved = move === "none" ? "as before" : `${move} from ${before}`;
  const terms = termDays === 0 ? "payment in advance" : `${String(termDays)} days`;
  return [heading("Class"), "", `Class ${newClass.grade} (${moved}): ${terms}.`].join("\n");
}
