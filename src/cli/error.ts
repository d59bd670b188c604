/** An error as a person reads it, and as a program does (`commands.md`): what is wrong, where, what to do. */
import {Errors} from '@oclif/core'
import {InputError, type Place, RunFault} from '../model/input-error.ts'
import type {Language} from '../model/language.ts'
import {inLanguage} from '../text/format.ts'
import {maskCprIn} from '../text/mask.ts'
import {nearest} from '../text/nearest.ts'

export type ErrorDocument = {
  readonly error: {readonly name: string; readonly message: string; readonly place: Place | null}
}

/** Without the stack, and without a whole CPR number. */
export function errorText(error: unknown, language: Language): string {
  if (error instanceof InputError)
    return error.isMasked ? error.describe(language) : maskCprIn(error.describe(language))
  if (error instanceof RunFault) return maskCprIn(error.text[language])
  const message = maskCprIn(error instanceof Error ? error.message : String(error))
  if (error instanceof Errors.CLIError) return message
  return inLanguage(
    language,
    `Uventet fejl: ${message}\nIntet er skrevet halvt. Med DEBUG=* foran kommandoen vises, hvor den opstod.`,
    `Unexpected: ${message}\nNothing was half written. DEBUG=* before the command shows where it arose.`,
  )
}

export function errorDocument(error: unknown, language: Language): ErrorDocument {
  const name = error instanceof Error ? error.name : 'Error'
  const place = error instanceof InputError ? error.place : null
  return {error: {name, message: errorText(error, language), place}}
}

/** For a flag that does not exist, an error that names the one that was meant; every other error as it is. */
export function withFlagMeant(error: unknown, flags: readonly string[]): unknown {
  if (!(error instanceof Errors.CLIError) || !('flags' in error) || !Array.isArray(error.flags)) return error
  const wrong = error.flags.map(String)
  const hints = wrong.map((flag) => {
    const meant = nearest(flag.replace(/^-+/, '').replace(/=.*/, ''), flags)
    return {flag: maskCprIn(flag), meant: meant === undefined ? undefined : `--${meant}`}
  })
  return new InputError(null, {
    da: hints
      .map(({flag, meant}) => `Flaget ${flag} findes ikke. ${meant ? `Mente du ${meant}?` : 'Se --help.'}`)
      .join('\n'),
    en: hints
      .map(({flag, meant}) => `No such flag: ${flag}. ${meant ? `Did you mean ${meant}?` : 'See --help.'}`)
      .join('\n'),
  })
}
