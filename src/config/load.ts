/**
 * Loads `bills.yaml` (`configuration.md`): takes the file that was named, or none, and returns the configuration with its
 * defaults filled in. A file that is not there, is no YAML or does not fit the schema is an InputError, with all its
 * mistakes together.
 */
import {readFile} from 'node:fs/promises'
import {dirname, resolve} from 'node:path'
import {InputError} from '../model/input-error.ts'
import type {LocalizedText} from '../model/language.ts'
import {toMistakes} from './mistakes.ts'
import {type Config, configSchema} from './schema.ts'
import {readYaml} from './yaml-file.ts'

export const configFileName = 'bills.yaml'

export type LoadedConfig = {
  readonly config: Config
  /** As it was named; null where there is none and the built-in defaults hold. */
  readonly file: string | null
  /** What `ledger`, `out` and `mapping` are relative to. */
  readonly folder: string
}

/** A path that a flag gives is relative to the working folder, one of `bills.yaml` to that file. */
export const pathOf = (
  {config, folder}: LoadedConfig,
  key: 'ledger' | 'out' | 'mapping',
  asked: string | undefined,
): string => (asked === undefined ? resolve(folder, config[key]) : resolve(asked))

/** Without a path: `bills.yaml` of `cwd` where there is one. Throws an InputError. */
export async function loadConfig(path: string | undefined, cwd: string = process.cwd()): Promise<LoadedConfig> {
  const file = path ?? configFileName
  const bytes = await readConfig(file, cwd, path === undefined)
  if (!bytes) return {config: configSchema.parse({}), file: null, folder: cwd}
  return {config: parseConfig(file, bytes), file, folder: dirname(resolve(cwd, file))}
}

/** Throws an InputError that names the file and every mistake with its row. */
export function parseConfig(file: string, bytes: Uint8Array): Config {
  const yaml = readYaml(bytes)
  if (yaml.kind === 'faulty') throw mistakesIn(file, yaml.faults)
  const parsed = configSchema.safeParse(yaml.data)
  if (parsed.success) return parsed.data
  throw mistakesIn(
    file,
    toMistakes(parsed.error.issues).map(({path, text}) => ({row: yaml.rowOf(path), text})),
  )
}

async function readConfig(file: string, cwd: string, mayBeMissing: boolean): Promise<Uint8Array | undefined> {
  try {
    return await readFile(resolve(cwd, file))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT' && mayBeMissing) return undefined
    throw new InputError({file}, unreadable[code] ?? unreadableSomehow(code), {cause: error})
  }
}

/** The first mistake gives the error its place; the others follow, each on its line with its own. */
function mistakesIn(
  file: string,
  mistakes: readonly {readonly row: number; readonly text: LocalizedText}[],
): InputError {
  const [first, ...others] = mistakes.toSorted((a, b) => a.row - b.row)
  const joined = (language: 'da' | 'en'): string =>
    [first?.text[language], ...others.map(({row, text}) => `${file}:${row}: ${text[language]}`)].join('\n')
  return new InputError({file, row: first?.row ?? 1}, {da: joined('da'), en: joined('en')})
}

const unreadable: Readonly<Record<string, LocalizedText>> = {
  ENOENT: {
    da: 'Filen findes ikke. Ret --config, eller kør uden for at bruge standardværdierne.',
    en: 'No such file. Correct --config, or run without it to use the defaults.',
  },
  EISDIR: {da: 'Det er en mappe; giv filen i den.', en: 'That is a folder; give the file in it.'},
  EACCES: {da: 'Filen må ikke læses af denne bruger.', en: 'This user may not read the file.'},
}

const unreadableSomehow = (code: string): LocalizedText => ({
  da: `Filen kan ikke læses (${code}).`,
  en: `The file cannot be read (${code}).`,
})
