/**
 * Rows that cannot be read, by the grant that they name (`matching.md` 1): each keeps from being posted whatever invoices
 * it might be about. Takes the register as read and as checked; returns one finding for each grant.
 */
import {describeProblem} from '../../exceptions/problems.ts'
import {invoicingSuppliers, isSameSupplier} from '../../match/supplier-group.ts'
import type {GrantRegister, UnreadableGrantRow} from '../../model/grant.ts'
import type {Language} from '../../model/language.ts'
import {listText, localize} from '../../text/format.ts'
import {maskCpr, maskedLine} from '../../text/mask.ts'
import {findingOf} from '../finding.ts'
import type {CheckedRegister} from './checked-register.ts'
import type {Found} from './found.ts'

export function unreadable({unreadable: rows}: GrantRegister, register: CheckedRegister): Found[] {
  const byGrant = Map.groupBy(rows, ({grantId, source}) => grantId || `${source.file}:${source.row}`)
  return [...byGrant.values()].map((rowsOfGrant) => foundOf(rowsOfGrant, register))
}

function foundOf(rows: readonly UnreadableGrantRow[], register: CheckedRegister): Found {
  const problems = (language: Language) => [
    ...new Set(rows.flatMap((row) => row.problems.map((problem) => describeProblem(problem, language)))),
  ]
  const {kind, ids} = blockedBy(rows, register)
  const [first] = rows
  const citizen = rows.find((row) => row.citizen)?.citizen
  const name = [maskedLine(first?.grantId ?? ''), citizen ? `(${maskCpr(citizen)})` : ''].join(' ').trim()
  const isInRegister = first !== undefined && register.byId.has(first.grantId)
  return {
    finding: findingOf({
      severity: 'error',
      code: 'unreadable',
      rows: rows.map(({source}) => source),
      grantIds: [...new Set(rows.map(({grantId}) => maskedLine(grantId)))].filter((id) => id !== ''),
      problem: localize(
        (language) =>
          `${name ? `${name}: ` : ''}${listText(problems(language), language, 5)}. ${blockedText[kind][language]}`,
      ),
      remedy: {da: 'Ret rækken, eller tag den ud af udtrækket.', en: 'Correct the row, or take it out of the export.'},
    }),
    countedFrom: {kind: 'grants', ids, notInRegister: isInRegister ? 0 : 1},
  }
}

/** Whose invoices are not posted, and the open grants that these are for. */
type Blocked = {readonly kind: keyof typeof blockedText; readonly ids: readonly string[]}

/** The widest of what the rows block. */
function blockedBy(rows: readonly UnreadableGrantRow[], {open, config}: CheckedRegister): Blocked {
  if (rows.some(({citizen, supplierCvr}) => !citizen && !supplierCvr)) return {kind: 'all', ids: open.map(({id}) => id)}
  const suppliers = new Set(
    rows.flatMap(({citizen, supplierCvr}) =>
      !citizen && supplierCvr ? [...invoicingSuppliers(supplierCvr, config)] : [],
    ),
  )
  const citizens = new Set(rows.flatMap(({citizen}) => citizen ?? []))
  const blocked = open.filter(
    ({citizen, supplierCvr}) =>
      citizens.has(citizen) || isSameSupplier(invoicingSuppliers(supplierCvr, config), suppliers),
  )
  return {kind: suppliers.size > 0 ? 'supplier' : 'citizen', ids: blocked.map(({id}) => id)}
}

const blockedText = {
  citizen: {da: 'Ingen regning for borgeren bliver konteret.', en: 'No bill of its citizen is posted.'},
  supplier: {
    da: 'CPR-nummeret kan ikke læses: ingen regning fra leverandøren bliver konteret.',
    en: 'The CPR number cannot be read: no bill of the supplier is posted.',
  },
  all: {
    da: 'Hverken CPR-nummer eller CVR-nummer kan læses: «bills match» standser på den.',
    en: 'Neither the CPR number nor the CVR number can be read: bills match stops at it.',
  },
} as const
