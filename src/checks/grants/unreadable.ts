/** Rows that cannot be read, by the grant that they name: each holds back whatever it might be about (`matching.md` 1). */

import {describeProblem} from '../../exceptions/problems.ts'
import type {GrantRegister, UnreadableGrantRow} from '../../model/grant.ts'
import {listText, localize} from '../../text/format.ts'
import {maskCpr, maskedLine} from '../../text/mask.ts'
import type {Found} from './finding.ts'
import {billersOf, type Register} from './open-grants.ts'

export function unreadable({unreadable: rows}: GrantRegister, register: Register): Found[] {
  const byGrant = Map.groupBy(rows, ({grantId, source}) => grantId || `${source.file}:${source.row}`)
  return [...byGrant.values()].map((ofGrant) => {
    const problems = (language: 'da' | 'en') => [
      ...new Set(ofGrant.flatMap((row) => row.problems.map((problem) => describeProblem(problem, language)))),
    ]
    const held = heldBack(ofGrant, register)
    const [first] = ofGrant
    const citizen = ofGrant.find((row) => row.citizen)?.citizen
    const name = [maskedLine(first?.grantId ?? ''), citizen ? `(${maskCpr(citizen)})` : ''].join(' ').trim()
    const isMissing = !first || !register.byId.has(first.grantId)
    return {
      severity: 'error',
      kind: 'unreadable',
      rows: ofGrant.map(({source}) => source),
      grantIds: [...new Set(ofGrant.map(({grantId}) => maskedLine(grantId)))].filter((id) => id !== ''),
      what: localize(
        (language) =>
          `${name ? `${name}: ` : ''}${listText(problems(language), language, 5)}. ${heldText[held.kind][language]}`,
      ),
      todo: {da: 'Ret rækken, eller tag den ud af udtrækket.', en: 'Correct the row, or take it out of the export.'},
      cost: {kind: 'grants', ids: held.ids, more: isMissing ? 1 : 0},
    }
  })
}

type Held = {readonly kind: keyof typeof heldText; readonly ids: readonly string[]}

/** The widest of what the rows hold back. */
function heldBack(rows: readonly UnreadableGrantRow[], {open, config}: Register): Held {
  if (rows.some(({citizen, supplierCvr}) => !citizen && !supplierCvr)) return {kind: 'all', ids: open.map(({id}) => id)}
  const billers = new Set(
    rows.flatMap(({citizen, supplierCvr}) => (!citizen && supplierCvr ? [...billersOf(supplierCvr, config)] : [])),
  )
  const citizens = new Set(rows.flatMap(({citizen}) => citizen ?? []))
  const ids = open
    .filter(
      ({citizen, supplierCvr}) =>
        citizens.has(citizen) || [...billersOf(supplierCvr, config)].some((cvr) => billers.has(cvr)),
    )
    .map(({id}) => id)
  return {kind: billers.size > 0 ? 'supplier' : 'citizen', ids}
}

const heldText = {
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
