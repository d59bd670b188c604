/** What `explain --json` prints (`commands.md`): the explanation as it is, under the names that programs know. */
import type {ExplainedInvoice, Explanation} from '../../explain/explanation.ts'

export type ExplanationDocument = {readonly asked: string; readonly bills: readonly ExplainedInvoice[]}

export const explanationDocument = ({asked, invoices}: Explanation): ExplanationDocument => ({asked, bills: invoices})
