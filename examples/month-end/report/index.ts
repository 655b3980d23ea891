/** The month-end credit report as text, from heading to proof. */
import { agingSection } from "./aging.ts";
import { behaviourSection } from "./behaviour.ts";
import { collectionsSection } from "./collections.ts";
import { concentrationSection, overdueCustomersSection } from "./customers.ts";
import { comparisonOf, dsoSection } from "./dso.ts";
import { balanceSection, headingSection } from "./heading.ts";
import type { ReportInput } from "./input.ts";
import { reportOf } from "./input.ts";
import { proofSection } from "./proof.ts";
import { provisionSection } from "./provision.ts";
import { receiptsSection } from "./receipts.ts";
import { rollForwardSection } from "./roll-forward.ts";
import { trendSection } from "./trend.ts";

export type { ReportInput } from "./input.ts";

/** The sections one after the other, each ready to print. */
export function monthEndReport(input: ReportInput): string {
  const report = reportOf(input);
  const compared = comparisonOf(report);
  return [
    headingSection(report),
    rollForwardSection(report),
    balanceSection(report),
    agingSection(report),
    dsoSection(report, compared),
    trendSection(report),
    collectionsSection(report),
    overdueCustomersSection(report),
    behaviourSection(report),
    concentrationSection(report),
    provisionSection(report),
    receiptsSection(report),
    proofSection(report, compared),
  ].join("\n\n\n");
}
