/**
 * A whole `bills init` (`commands.md`): makes a working folder that runs at once, and returns what is in it. Nothing is
 * overwritten: where one of its files exists, nothing at all is written. What a fault cuts off is removed again.
 */
import {lstatSync, mkdirSync, readFileSync, rmSync, statSync} from 'node:fs'
import {join, relative, sep} from 'node:path'
import {fileURLToPath} from 'node:url'
import {configSchema} from '../config/schema.ts'
import {modesFor, writeNewFile} from '../files/atomic-file.ts'
import {mappingTemplate} from '../init/mapping-template.ts'
import {readmeText, sampleCommand, sampleFolder} from '../init/readme-text.ts'
import {schemaFile, settingsText} from '../init/settings-text.ts'
import {InputError, RunFault} from '../model/input-error.ts'
import {listText} from '../text/format.ts'

export type InitOptions = {
  /** Full path of the folder to make. */
  readonly folder: string
  /** Full path of the folder in which the person is. */
  readonly workingFolder: string
  /** What the program is called by in the README and in the commands to type. */
  readonly program: string
  readonly now: Date
}

export type MadeFolder = {
  /** Full path. */
  readonly folder: string
  /** Relative to it, in the order in which a person needs them. */
  readonly files: readonly string[]
  /** Commands to type, in their order. */
  readonly next: readonly string[]
}

/** What the sample week is made of; what it should give (`truth.jsonl`) is for the project's own tests. */
const sampleFiles = ['bills.yaml', 'invoices-1.csv', 'invoices-2.xlsx', 'grants.xlsx', 'mapping.xlsx', 'chart.csv']

/** Throws an InputError where anything is in the way, and a RunFault where the disk fails. */
export async function makeFolder({folder, workingFolder, program, now}: InitOptions): Promise<MadeFolder> {
  const files = await filesFor(program, now)
  refuseWhatIsThere(folder, [sampleFolder, ...files.map(({name}) => name)])
  writeAll(folder, files)
  return {folder, files: files.map(({name}) => name), next: nextCommands(relative(workingFolder, folder), program)}
}

/** Full names in the folder, with `/`. */
type NewFile = {readonly name: string; readonly bytes: Uint8Array}

async function filesFor(program: string, now: Date): Promise<NewFile[]> {
  const {paragraphs} = configSchema.parse({}).rules
  return [
    {name: 'README.md', bytes: Buffer.from(readmeText(program))},
    {name: 'bills.yaml', bytes: Buffer.from(settingsText)},
    {name: schemaFile, bytes: fileOfPackage(`schema/${schemaFile}`)},
    {name: 'mapping.xlsx', bytes: await mappingTemplate(paragraphs, now)},
    ...sampleFiles.map((name) => ({name: `${sampleFolder}/${name}`, bytes: fileOfPackage(`samples/week/${name}`)})),
  ]
}

function writeAll(folder: string, files: readonly NewFile[]): void {
  const made: string[] = []
  const modes = modesFor(false)
  try {
    for (const path of [folder, join(folder, sampleFolder)]) {
      const first = mkdirSync(path, {recursive: true, mode: modes.folder})
      if (first) made.push(first)
    }
    for (const {name, bytes} of files) {
      const path = join(folder, ...name.split('/'))
      writeNewFile(path, bytes, modes.file)
      made.push(path)
    }
  } catch (error) {
    for (const path of made.toReversed()) rmSync(path, {recursive: true, force: true})
    throw folderFault(folder, error)
  }
}

/** `path` leads from where the person is to the folder; a path with other than plain characters is quoted. */
const nextCommands = (path: string, program: string): string[] => [
  ...(path === '' ? [] : [`cd ${/[^\w./-]/.test(path) ? `"${path}"` : path}`]),
  sampleCommand(program),
]

/** The folder may hold other files than these. */
function refuseWhatIsThere(folder: string, names: readonly string[]): void {
  if (lstatSync(folder, {throwIfNoEntry: false}) && !statSync(folder, {throwIfNoEntry: false})?.isDirectory())
    throw new InputError(
      {file: folder},
      {da: 'Det er ikke en mappe. Giv en anden.', en: 'That is not a folder. Give another.'},
    )
  const taken = names.filter((name) => {
    const path = join(folder, ...name.split('/'))
    return name === sampleFolder
      ? lstatSync(path, {throwIfNoEntry: false}) && !statSync(path, {throwIfNoEntry: false})?.isDirectory()
      : lstatSync(path, {throwIfNoEntry: false})
  })
  if (taken.length === 0) return
  throw new InputError(
    {file: folder},
    {
      da: `Der findes allerede ${listText(taken, 'da', 5)} i mappen; intet er skrevet, for intet bliver overskrevet. Giv en anden mappe, eller flyt ${taken.length === 1 ? 'den' : 'dem'}.`,
      en: `The folder has ${listText(taken, 'en', 5)} already; nothing was written, for nothing is overwritten. Give another folder, or move ${taken.length === 1 ? 'it' : 'them'}.`,
    },
  )
}

/** A file that comes with the program. */
const fileOfPackage = (path: string): Buffer => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)))

function folderFault(folder: string, error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error)) return error
  return new RunFault(
    {
      da: `${folder}${sep} kan ikke skrives (${String(error.code)}); det, der var begyndt, er fjernet. Giv skriveadgang, skaf plads, eller vælg en anden mappe.`,
      en: `${folder}${sep} cannot be written (${String(error.code)}); what was begun has been removed. Give write access, make room, or choose another folder.`,
    },
    {cause: error},
  )
}
