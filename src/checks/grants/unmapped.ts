/**
 * Grants for which the support sheet has no row, or no single one (`matching.md` 5; `commands.md`, validate-grants). Takes
 * the register and the support sheet; returns one finding for all the grants with the same keys.
 */
import {findAccountAssignment, type MappingKeys, rowsByParagraph} from '../../coding/mapping.ts'
import {mappingKeysText} from '../../exceptions/hints/coding.ts'
import {firstDay, lastDay, serviceOn} from '../../match/costs/cost.ts'
import {foldText, type Mapping} from '../../model/accounts.ts'
import {type IsoDate, monthOf, monthPeriod} from '../../model/calendar.ts'
import type {Grant} from '../../model/grant.ts'
import {inLanguage, listText, localize} from '../../text/format.ts'
import {maskedLine} from '../../text/mask.ts'
import {findingOf} from '../finding.ts'
import type {CheckedRegister} from './checked-register.ts'
import type {Found} from './found.ts'

type Unmapped = {readonly grant: Grant; readonly keys: MappingKeys; readonly kind: 'missing' | 'ambiguous'}

export function unmapped({open, today}: CheckedRegister, mapping: Mapping): Found[] {
  const rowsOf = rowsByParagraph(mapping)
  const without = open.flatMap((grant): Unmapped[] => {
    const day = decidingDay(grant, today)
    const {paragraph, ownership, targetGroup} = grant
    const keys = {paragraph, ownership, targetGroup, service: serviceOn(grant, day)}
    const {kind} = findAccountAssignment(keys, day, rowsOf)
    return kind === 'found' ? [] : [{grant, keys, kind}]
  })
  const sameKeys = Map.groupBy(without, ({kind, keys}) =>
    [kind, keys.paragraph, foldText(keys.ownership), foldText(keys.targetGroup), foldText(keys.service)].join('\n'),
  )
  return [...sameKeys.values()].flatMap((group) => (group[0] ? [foundOf(group[0], group)] : []))
}

/** The last day of the month's invoice: that day decides which row holds. */
function decidingDay(grant: Grant, today: IsoDate): IsoDate {
  const [first, last] = [firstDay(grant), lastDay(grant)] as [IsoDate, IsoDate]
  const {to} = monthPeriod(monthOf(first > today ? first : today))
  return last < to ? last : to
}

const foundOf = ({keys, kind}: Unmapped, group: readonly Unmapped[]): Found => ({
  finding: findingOf({
    severity: 'error',
    code: 'unmapped',
    rows: group.flatMap(({grant}) => grant.sources),
    grantIds: group.map(({grant}) => maskedLine(grant.id)),
    problem: localize((language) => {
      const [shown, ids] = [
        mappingKeysText(keys)[language],
        listText(
          group.map(({grant}) => maskedLine(grant.id)),
          language,
        ),
      ]
      return kind === 'missing'
        ? inLanguage(
            language,
            `Støttearket har ingen række, der passer på ${shown} (${ids}).`,
            `The support sheet has no row that fits ${shown} (${ids}).`,
          )
        : inLanguage(
            language,
            `Støttearket har flere rækker, eller en, der ikke kan læses, for ${shown} (${ids}).`,
            `The support sheet has several rows, or one that cannot be read, for ${shown} (${ids}).`,
          )
    }),
    remedy:
      kind === 'missing'
        ? {da: 'Tilføj en række i støttearket.', en: 'Add a row to the support sheet.'}
        : {
            da: 'Ret støttearket, så netop én række passer bedst.',
            en: 'Correct the support sheet so that just one row fits best.',
          },
  }),
  countedFrom: {kind: 'grants', ids: group.map(({grant}) => grant.id)},
})
