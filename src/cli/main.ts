/**
 * The program around the commands: runs the one that was asked for and ends with its exit code. `bin/run.js` calls
 * it. In another oclif program, which has the commands as a plugin, it is not used.
 */
import {Config, Errors, flush, handle, run} from '@oclif/core'
import type {Language, LocalizedText} from '../model/language.ts'
import {nearest} from '../text/nearest.ts'
import {errorDocument} from './error.ts'
import {exitCodeFor, exitCodes} from './exit-codes.ts'
import {localeLanguage} from './language.ts'

/** Does not return where the command fails: the process ends with the exit code. */
export async function main(root: string, argv: readonly string[] = process.argv.slice(2)): Promise<void> {
  const language = localeLanguage(process.env)
  process.once('SIGINT', () => endInterrupted(language))
  const config = await Config.load(root)
  try {
    await run([...argv], config)
    await flush()
  } catch (error) {
    if (isUnknownCommand(error)) endUnknownCommand(argv, config.commandIDs, language)
    await handle(withExitCode(error))
  }
}

/** What shells say of a command that they do not know, and `@oclif/plugin-not-found` with them. */
const isUnknownCommand = (error: unknown): boolean => error instanceof Errors.CLIError && error.oclif.exit === 127

/** The plugin has named the command and, on a terminal, asked; without one the suggestion is made here. */
function endUnknownCommand(argv: readonly string[], commands: readonly string[], language: Language): never {
  const [word = ''] = argv
  const meant = nearest(word, commands)
  const text = unknownCommand(word, meant)[language]
  if (argv.includes('--json'))
    process.stdout.write(`${JSON.stringify(errorDocument(new Error(text), language), null, 2)}\n`)
  else process.stderr.write(`${text}\n`)
  process.exit(exitCodes.usage)
}

function unknownCommand(word: string, meant: string | undefined): LocalizedText {
  return meant
    ? {da: `Kommandoen ${word} findes ikke. Mente du ${meant}?`, en: `No such command: ${word}. Did you mean ${meant}?`}
    : {da: `Kommandoen ${word} findes ikke. Se bills help.`, en: `No such command: ${word}. See bills help.`}
}

function withExitCode(error: unknown): Error {
  const known = error instanceof Error ? error : new Error(String(error))
  return Object.assign(known, {oclif: {exit: exitCodeFor(known)}})
}

/** What is begun is beside the run's folder under a name of its own; the next run finishes it or removes it. */
function endInterrupted(language: Language): never {
  const showCursor = process.stderr.isTTY ? '\u001B[?25h' : ''
  process.stderr.write(`${showCursor}\n${interrupted[language]}\n`)
  process.exit(exitCodes.interrupted)
}

const interrupted: LocalizedText = {
  da: 'Afbrudt. Intet er skrevet halvt; næste kørsel gør det begyndte færdigt eller rydder det op.',
  en: 'Interrupted. Nothing was half written; the next run finishes what was begun, or clears it away.',
}
