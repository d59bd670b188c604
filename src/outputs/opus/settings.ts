/**
 * The `opus` section of bills.yaml, compared with what OPUS accepts (`formats.md`, opus-posting): takes the settings and
 * the chart, throws where they cannot be used. Done before anything is matched, for a wrong contra account makes every
 * posting wrong.
 */
import {chartCheck} from '../../coding/chart.ts'
import type {MatchConfig} from '../../config/schema.ts'
import {type Chart, isAccount, isOperatingAccount, pspElement} from '../../model/accounts.ts'
import type {IsoDate} from '../../model/calendar.ts'
import {InputError} from '../../model/input-error.ts'
import {filledColumns, opusColumns} from './columns.ts'
import {checkXmlSettings} from './xml-settings.ts'

type Opus = MatchConfig['opus']
type OpusConfig = Pick<MatchConfig, 'opus' | 'municipality'>

/**
 * Throws an InputError where `opus.fixed`, `opus.contraAccount` or `opus.contraPsp` cannot be used, or `opus.format`
 * asks for XML that cannot be written.
 */
export function checkOpusSettings(config: OpusConfig, chart: Chart | null, today: IsoDate): void {
  const {opus} = config
  for (const column of Object.keys(opus.fixed)) checkFixed(column)
  checkContra(opus)
  checkXmlSettings(config)
  if (chart) checkOpen(opus, chart, opus.postingDate ?? today)
}

/** The contra line's PSP element, padded; empty for a status account. */
export const contraPspElement = ({contraPsp}: Pick<Opus, 'contraPsp'>): string => pspElement(contraPsp) ?? contraPsp

function checkFixed(column: string): void {
  const known: readonly string[] = opusColumns
  const filled: readonly string[] = filledColumns
  if (!known.includes(column)) {
    const free = opusColumns.filter((name) => !filled.includes(name)).join(', ')
    throw wrong(
      'opus.fixed',
      `«${column}» er ikke en kolonne i konteringsfilen; vælg blandt ${free}.`,
      `«${column}» is no column of the posting file; choose from ${free}.`,
    )
  }
  if (filled.includes(column)) {
    throw wrong(
      'opus.fixed',
      `«${column}» udfyldes af programmet og kan ikke have en fast værdi; slet linjen.`,
      `«${column}» is filled by the program and cannot have a fixed value; remove the line.`,
    )
  }
}

function checkContra(opus: Opus): void {
  const {contraAccount, contraPsp} = opus
  if (!isAccount(contraAccount)) {
    throw wrong(
      'opus.contraAccount',
      `«${contraAccount}» er ikke en artskonto; forventede otte tegn, et ciffer eller S og syv cifre, som "95990009".`,
      `«${contraAccount}» is no account; expected eight characters, a digit or S and seven digits, such as "95990009".`,
    )
  }
  if (!isOperatingAccount(contraAccount) && contraPsp !== '') {
    throw wrong(
      'opus.contraPsp',
      `${contraAccount} er en statuskonto og må ikke have et PSP-element; slet contraPsp.`,
      `${contraAccount} is a status account and carries no PSP element; remove contraPsp.`,
    )
  }
  if (isOperatingAccount(contraAccount) && pspElement(contraPsp) === undefined) {
    throw wrong(
      'opus.contraPsp',
      `${contraAccount} er en driftskonto og skal have et PSP-element som "XG-5038500001-00001".`,
      `${contraAccount} is an operating account and must have a PSP element such as "XG-5038500001-00001".`,
    )
  }
}

function checkOpen(opus: Opus, chart: Chart, day: IsoDate): void {
  const closedOn = chartCheck(chart)
  const psp = contraPspElement(opus)
  const closed = closedOn('Art', opus.contraAccount, [day]) ?? (psp ? closedOn('PSP', psp, [day]) : null)
  if (!closed) return
  const key = closed.type === 'Art' ? 'opus.contraAccount' : 'opus.contraPsp'
  const [da, en] = {
    unknown: ['findes ikke i kontoplanen', 'is not in the chart of accounts'],
    blocked: ['er spærret i kontoplanen', 'is blocked in the chart of accounts'],
    notValid: [`gælder ikke den ${day} i kontoplanen`, `is not valid on ${day} in the chart of accounts`],
  }[closed.problem]
  const [nextDa, nextEn] = closed.successor
    ? [`; den erstattes af ${closed.successor}`, `; it is replaced by ${closed.successor}`]
    : ['', '']
  throw wrong(
    key,
    `${closed.number} ${da}${nextDa}. Ret bills.yaml eller kontoplanen.`,
    `${closed.number} ${en}${nextEn}. Correct bills.yaml or the chart.`,
  )
}

const wrong = (key: string, da: string, en: string): InputError =>
  new InputError({file: 'bills.yaml'}, {da: `${key}: ${da}`, en: `${key}: ${en}`})
