/**
 * The support sheet (`formats.md`, Mapping): which account and PSP element carry the cost of a grant on a day.
 */
import {foldText, type Mapping, type MappingRow} from '../model/accounts.ts'
import type {IsoDate} from '../model/calendar.ts'
import type {Source} from '../model/source.ts'

export type MappingKeys = {
  readonly paragraph: string
  readonly ownership: string
  readonly targetGroup: string
  readonly service: string
}

export type AccountAssignment =
  | {readonly kind: 'found'; readonly account: string; readonly pspElement: string; readonly source: Source}
  | {readonly kind: 'missing'}
  | {readonly kind: 'ambiguous'; readonly rows: readonly Source[]}

/** The row with the most filled keys; none where two such differ, or where a row that fits cannot be read. */
export function findAccountAssignment(
  {paragraph, ...keys}: MappingKeys,
  day: IsoDate,
  rowsOf: (paragraph: string) => readonly MappingRow[],
): AccountAssignment {
  const fits = rowsThatFit({paragraph, ...keys}, rowsOf)
  const unreadable = fits.filter(({problems}) => problems.length > 0)
  if (unreadable.length > 0) return {kind: 'ambiguous', rows: unreadable.map(({source}) => source)}

  const valid = fits.filter((row) => isValidOn(row, day))
  const most = Math.max(...valid.map(filledKeys))
  const best = valid.filter((row) => filledKeys(row) === most)
  const [first, ...others] = best
  if (!first) return {kind: 'missing'}
  if (others.some((row) => row.account !== first.account || row.pspElement !== first.pspElement)) {
    return {kind: 'ambiguous', rows: best.map(({source}) => source)}
  }
  return {kind: 'found', account: first.account, pspElement: first.pspElement, source: first.source}
}

/** The rows whose filled keys are those of the grant, on whatever days they hold. */
export function rowsThatFit(
  {paragraph, ...keys}: MappingKeys,
  rowsOf: (paragraph: string) => readonly MappingRow[],
): MappingRow[] {
  const [ownership, targetGroup, service] = [
    foldText(keys.ownership),
    foldText(keys.targetGroup),
    foldText(keys.service),
  ]
  return rowsOf(paragraph).filter(
    (row) =>
      (row.ownership === null || row.ownership === ownership) &&
      (row.targetGroup === null || row.targetGroup === targetGroup) &&
      (row.service === null || row.service === service),
  )
}

export const isValidOn = ({from, to}: MappingRow, day: IsoDate): boolean =>
  (from === null || from <= day) && (to === null || day <= to)

export function rowsByParagraph({rows}: Mapping): (paragraph: string) => readonly MappingRow[] {
  const byParagraph = Map.groupBy(rows, ({paragraph}) => paragraph)
  return (paragraph) => byParagraph.get(paragraph) ?? []
}

/** Of two rows that fit, the one with more filled keys wins. */
export const filledKeys = ({ownership, targetGroup, service}: MappingRow): number =>
  [ownership, targetGroup, service].filter((key) => key !== null).length
