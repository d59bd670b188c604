/** Where a grant's bill goes on a day: the account and PSP element, or why it goes nowhere (`matching.md` 5). */
import {assignmentCheck} from '../../coding/code-postings.ts'
import {findAccountAssignment, type MappingKeys, rowsByParagraph} from '../../coding/mapping.ts'
import type {Chart, Mapping} from '../../model/accounts.ts'
import type {IsoDate} from '../../model/calendar.ts'

export type AssignmentReason = 'MAPPING_MISSING' | 'MAPPING_AMBIGUOUS' | 'ACCOUNT_MALFORMED' | 'ACCOUNT_CLOSED'

/** Empty numbers where the support sheet gives none; a code where nothing is posted. */
export type Assignment = {readonly account: string; readonly pspElement: string; readonly code: AssignmentReason | null}

export type AssignmentOf = (keys: MappingKeys, day: IsoDate) => Assignment

/** `chart` null: whether the numbers are open is not asked. */
export function assignmentsIn(mapping: Mapping, chart: Chart | null, postingDate: IsoDate | null): AssignmentOf {
  const rowsOf = rowsByParagraph(mapping)
  const faultOf = assignmentCheck(chart, postingDate)
  return (keys, day) => {
    const found = findAccountAssignment(keys, day, rowsOf)
    if (found.kind === 'missing') return {account: '', pspElement: '', code: 'MAPPING_MISSING'}
    if (found.kind === 'ambiguous') return {account: '', pspElement: '', code: 'MAPPING_AMBIGUOUS'}
    const {account, pspElement} = found
    return {account, pspElement, code: faultOf(account, pspElement, day)?.reason ?? null}
  }
}

export const isSameAssignment = (a: Assignment, b: Assignment): boolean =>
  a.account === b.account && a.pspElement === b.pspElement && a.code === b.code
