/** What `match` needs of `bills.yaml` beyond the defaults (`configuration.md`): it is never guessed. */
import {isAccount, isOperatingAccount, pspElement} from '../model/accounts.ts'
import {InputError} from '../model/input-error.ts'
import type {LocalizedText} from '../model/language.ts'
import {configFileName, type LoadedConfig} from './load.ts'
import type {Config, MatchConfig} from './schema.ts'

/** Throws an InputError that names all that is missing or malformed, each with a line that would do. */
export function requireMatchConfig({config, file}: LoadedConfig): MatchConfig {
  const wanting = [...postFromFaults(config), ...contraFaults(config)]
  if (wanting.length === 0 && isMatchConfig(config)) return config
  throw new InputError(
    {file: file ?? configFileName},
    {da: wanting.map(({da}) => da).join('\n'), en: wanting.map(({en}) => en).join('\n')},
  )
}

const isMatchConfig = (config: Config): config is MatchConfig =>
  config.opus.contraAccount !== undefined && config.periods.postFrom !== undefined

function postFromFaults({periods}: Config): LocalizedText[] {
  if (periods.postFrom !== undefined) return []
  return [
    {
      da: 'periods.postFrom mangler: den første dag, som programmet må kontere; den bliver aldrig gættet. F.eks.:\nperiods:\n  postFrom: 2026-01-01',
      en: 'periods.postFrom is missing: the first day that may be posted; it is never guessed. For example:\nperiods:\n  postFrom: 2026-01-01',
    },
  ]
}

function contraFaults({opus: {contraAccount, contraPsp}}: Config): LocalizedText[] {
  if (contraAccount === undefined) return [contraMissing]
  if (!isAccount(contraAccount)) return [contraMalformed]
  if (isOperatingAccount(contraAccount)) return pspElement(contraPsp) === undefined ? [pspMissing] : []
  return contraPsp === '' ? [] : [pspTooMuch]
}

const contraMissing: LocalizedText = {
  da: 'opus.contraAccount mangler: den konto, som e-fakturaerne er bogført på; den bliver aldrig gættet. F.eks.:\nopus:\n  contraAccount: "95990009"',
  en: 'opus.contraAccount is missing: the account that the e-invoices are booked on; it is never guessed. For example:\nopus:\n  contraAccount: "95990009"',
}

const contraMalformed: LocalizedText = {
  da: 'opus.contraAccount: forventede en konto på otte tegn, et ciffer eller S og syv cifre, f.eks. "95990009"',
  en: 'opus.contraAccount: expected an account of eight characters, a digit or S and seven digits, such as "95990009"',
}

const pspMissing: LocalizedText = {
  da: 'opus.contraPsp: modkontoen er en driftskonto og skal have et PSP-element, f.eks. XG-5038500001-00001',
  en: 'opus.contraPsp: the contra account is an operating account and needs a PSP element, such as XG-5038500001-00001',
}

const pspTooMuch: LocalizedText = {
  da: 'opus.contraPsp: modkontoen er en statuskonto (9… eller S…) og må ikke have et PSP-element; slet linjen',
  en: 'opus.contraPsp: the contra account is a status account (9… or S…) and carries no PSP element; remove the line',
}
