/** Runs `runMatch` over files that a test names: the whole way from paths to the run's folder. */
import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {parse} from 'csv-parse/sync'
import JSZip from 'jszip'
import {runMatch} from '../../src/app/match.ts'
import {readInputs} from '../../src/app/read-inputs.ts'
import type {ReadInputs} from '../../src/model/run.ts'
import {type MatchDocument, matchDocument} from '../../src/render/match/json.ts'
import {aConfig} from '../builders/records.ts'

export type Content = string | Uint8Array
export type Files = Readonly<Record<string, Content>>

export const surroundings = {
  'grants.csv':
    'Bevillings-id;CPR-nummer;CVR-nummer;Paragraf;Indsats;Takst;Takstenhed;Startdato;Slutdato;Målgruppe;Ejerforhold\nG1;610190-1234;12345674;107;Botilbud;1.000,00;Måned;01-01-2025;;Voksne;Privat\n',
  'mapping.csv': 'Paragraf;Ejerforhold;Målgruppe;Art;PSP-element\n107;*;*;45000000;XG-5038500001-00001\n',
}

export type Run = {
  readonly report: MatchDocument
  readonly read: ReadInputs
  readonly exceptions: readonly Readonly<Record<string, string>>[]
  readonly paid: readonly Readonly<Record<string, string>>[]
}

/** `invoices`: names among the files; all of them unless given. */
export async function runFiles(
  files: Files,
  invoices: readonly string[] = Object.keys(files),
  settings: Parameters<typeof aConfig>[0] & {readonly xmlDocumentNumber?: string} = {},
): Promise<Run> {
  return inFolder({...files, ...surroundings}, async (folder) => {
    const paths = {
      invoices: invoices.map((name) => join(folder, name)),
      grants: [join(folder, 'grants.csv')],
      mapping: join(folder, 'mapping.csv'),
      chart: null,
      booked: [],
    }
    const config = aConfig(settings)
    const result = await runMatch({
      ...paths,
      out: join(folder, 'out'),
      ledger: join(folder, 'bills.db'),
      newLedger: false,
      acceptFewerGrants: false,
      dryRun: false,
      config,
      now: new Date('2026-04-08T07:00:00Z'),
    })
    const report = matchDocument(result)
    return {
      report,
      read: await readInputs(paths, config),
      exceptions: await rows(join(report.folder, 'exceptions.csv')),
      paid: await rows(join(report.folder, 'sensum-paid.csv')),
    }
  })
}

/** Writes the files, subfolders too, into a folder of their own, which is gone afterwards. */
export async function inFolder<Result>(files: Files, work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'bills-ubl-'))
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), {recursive: true})
      await writeFile(join(folder, name), content)
    }
    return await work(folder)
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

export async function zipOf(files: Files, compression: 'DEFLATE' | 'STORE' = 'DEFLATE'): Promise<Uint8Array> {
  const zip = new JSZip()
  for (const [name, content] of Object.entries(files)) zip.file(name, content, {createFolders: false})
  return zip.generateAsync({type: 'uint8array', compression})
}

const rows = async (path: string): Promise<Record<string, string>[]> =>
  parse(await readFile(path), {columns: true, delimiter: ';', bom: true})
