/**
 * What an invoice for a grant is posted on (`matching.md` 5): the account and PSP element that the support sheet gives for
 * the grant's keys on a day, or the reason why it cannot be posted.
 */
import {assignmentCheck} from '../../coding/code-postings.ts'
import {findAccountAssignment, type MappingKeys, rowsByParagraph} from '../../coding/mapping.ts'
import type {Chart, Mapping} from '../../model/accounts.ts'
import type {IsoDate} from '../../model/calendar.ts'

export type AssignmentReason = 'MAPPING_MISSING' | 'MAPPING_AMBIGUOUS' | 'ACCOUNT_MALFORMED' | 'ACCOUNT_CLOSED'

/** Empty numbers where the support sheet gives none; a code where the invoice cannot be posted. */
export type Assignment = {readonly account: string; readonly pspElement: string; readonly code: AssignmentReason | null}

export type AssignmentOf = (keys: MappingKeys, day: IsoDate) => Assignment

/** `chart` null: whether the numbers are open is not checked. */
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
