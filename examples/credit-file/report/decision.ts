/** What is decided: the limit, the exposure, the order, and the line to sign on. */
import { heading, isFound, list, reasonsOf, table } from "../../month-end/format.ts";
import type { Assessment } from "../assess.ts";
import { reasonWords } from "../policy.ts";
import { amount, given, shareOf } from "./print.ts";
import { checkWords, statusWords } from "./words.ts";

export function limitSection({ file, bounds, decision }: Assessment): string {
  const { limit, binding } = decision;
  const asked = [["requested", given(file.request.limit), mark(binding.includes("requested"))]];
  const rows = bounds.map(({ name, amount: found }) => [
    name,
    amount(found),
    mark(binding.includes(name)),
  ]);
  return [
    heading(`Credit limit, in ${file.currency}`),
    "",
    table(
      ["Bound", "Amount", ""],
      [...asked, ...rows, ["credit limit", amount(limit), ""]],
      [0, 2],
    ),
    ...reasonsOf(bounds.map(({ amount: found }) => found)),
  ].join("\n");
}

function mark(binds: boolean): string {
  return binds ? "binds" : "";
}

export function exposureSection({ exposure, file }: Assessment): string {
  const { bySlice, gross, insured, retained, net, coverUntil } = exposure;
  const rows = [
    ["open items", amount(bySlice.openItems)],
    ["delivered, not billed", amount(bySlice.deliveredNotBilled)],
    [`orders due by ${file.horizon}`, amount(bySlice.openOrders)],
    ["gross", amount(gross)],
    ["insured", amount(insured)],
    ["net, at our own risk", amount(net)],
    ["retained, part of the net", amount(retained)],
  ];
  const until = coverUntil === undefined ? [] : ["", `Covered until ${coverUntil}.`];
  return [heading(`Exposure, in ${file.currency}`), "", list(rows), ...until].join("\n");
}

export function orderSection(assessment: Assessment): string {
  const { check, file } = assessment;
  const { availableBefore, availableAfter, utilisation, excess, validUntil, clears } = check;
  const rows = [
    ["available before", amount(availableBefore)],
    ["order", given(file.order.amount)],
    ["available after", amount(availableAfter)],
    ["use of the limit with it", isFound(utilisation) ? shareOf(utilisation) : "n/a"],
    ["above the limit", amount(excess)],
    ["may go now", amount(check.releaseAmount)],
    ["to be paid in advance", amount(check.prepaymentNeeded)],
  ];
  const lifted = clears
    ? [`Lifted by payment of ${clears.items.join(", ")}: ${amount(clears.amount)}.`]
    : [];
  const until = validUntil === undefined ? [] : [`This holds until ${validUntil}.`];
  return [
    heading(`Order ${file.order.id}, in ${file.currency}: ${check.status}`),
    "",
    list(rows),
    "",
    ...check.reasons.map(({ code }) => checkWords[code]),
    ...lifted,
    ...whenPaid(assessment),
    ...until,
  ].join("\n");
}

/** What would be, if all that is overdue were paid first. */
function whenPaid({ check, checkWhenPaid, behaviour }: Assessment): string[] {
  if (check.status !== "hold" || !isFound(behaviour.overdue)) return [];
  const { status, releaseAmount } = checkWhenPaid;
  const first = `If the overdue ${amount(behaviour.overdue)} are paid first: ${status}`;
  return [`${first}, ${amount(releaseAmount)} may go.`];
}

export function recommendation(assessment: Assessment): string {
  const { file, asOf, decision, termDays, review, grade, points, check, panel } = assessment;
  const { name, id } = file.customer;
  const { request } = file;
  const terms =
    request.termDays > termDays
      ? `${String(termDays)} days, not the ${String(request.termDays)} asked for`
      : `${String(Math.min(request.termDays, termDays))} days`;
  const reasons = [
    ...points.reasons.map((code) => reasonWords[code] ?? code),
    ...(panel.agree ? [] : ["The solvency models disagree: see there."]),
    `The limit is bound by: ${decision.binding.join(", ")}.`,
    statusWords[check.status],
    ...check.reasons.map(({ code }) => checkWords[code]),
  ];
  const rows = [
    ["customer", `${name} (${id})`],
    ["grade, class", `${grade.grade}, ${review.newClass.grade}`],
    ["credit limit", `${amount(decision.limit)} ${file.currency}`],
    ["terms", termDays === 0 ? "payment in advance" : terms],
    ["order", `${check.status}: ${amount(check.releaseAmount)} ${file.currency} may go now`],
  ];
  const signing = check.approval.length > 0 ? check.approval : ["credit-manager"];
  const signed = signing.map((who) => `${who.padEnd(15)}  ${"_".repeat(30)}  ${asOf}`);
  return [
    heading("Recommendation"),
    "",
    table(["Recommended", ""], rows, [0, 1]),
    "",
    ...[...new Set(reasons)].map((reason) => `- ${reason}`),
    "",
    ...signed,
  ].join("\n");
}
