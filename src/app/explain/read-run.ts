/**
 * Reads what the folder of a run holds of one invoice: its proofs, and the files that it is in. A proof counts only
 * where its file is what the run wrote; else the reason why it is not used takes its place.
 */
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {ExplainedRun} from '../../explain/explanation.ts'
import {sha256} from '../../files/sha256.ts'
import type {HistoricVerdict} from '../../ledger/read/invoice-history.ts'
import {folderName} from '../../ledger/run-id.ts'
import type {Language, LocalizedText} from '../../model/language.ts'
import {type ProofLine, readProofLines} from '../../outputs/evidence/proof-line.ts'
import {maskCprIn} from '../../text/mask.ts'
import {filesOfInvoice} from './files-of-invoice.ts'

export type ReadRun = {readonly run: ExplainedRun; readonly proofs: readonly ProofLine[]}

/** `key` is the invoice's in the ledger; `out` holds run folders that have been moved there. */
export function readRun(verdict: HistoricVerdict, key: string, out: string, language: Language): ReadRun {
  const {runId, dryRun} = verdict.run
  const name = folderName(runId, dryRun)
  const folder = [verdict.run.out, out].map((parent) => join(parent, name)).find((path) => existsSync(path)) ?? null
  const read = folder ? readProofs(folder, verdict) : unread(noFolder, join(verdict.run.out, name))
  return {
    run: {
      ...{runId, dryRun, folder},
      lookedFor: read.unread?.lookedFor ?? null,
      files: filesOfInvoice(verdict, folder),
      withoutProof: read.unread?.why[language] ?? null,
    },
    proofs: proofsOfDocument(read.proofs, key, verdict),
  }
}

type ReadProofs = {
  readonly proofs: readonly ProofLine[]
  /** Why there are none, and the path that was looked at; null where they were read. */
  readonly unread: {readonly why: LocalizedText; readonly lookedFor: string} | null
}

const unread = (why: LocalizedText, lookedFor: string): ReadProofs => ({proofs: [], unread: {why, lookedFor}})

const proofFile = 'proof.jsonl'

function readProofs(folder: string, {run}: HistoricVerdict): ReadProofs {
  const file = join(folder, proofFile)
  if (!existsSync(file)) return unread(noFile, file)
  const bytes = readFileSync(file)
  const isAsWritten = run.files.some((written) => written.name === proofFile && written.sha256 === sha256(bytes))
  if (!isAsWritten) return unread(changed, file)
  const proofs = readProofLines(bytes.toString('utf8'))
  return proofs === null ? unread(otherVersion, file) : {proofs, unread: null}
}

/** A citizen's number in a key is masked in the proof. Documents that are then alike are on different rows. */
function proofsOfDocument(proofs: readonly ProofLine[], key: string, {lines}: HistoricVerdict): readonly ProofLine[] {
  const exact = proofs.filter(({document}) => document.key === key)
  if (exact.length > 0) return exact
  const rows = new Set(lines.filter(({row}) => row > 0).map(({file, row}) => `${file}:${row}`))
  return proofs.filter(
    ({document, line}) =>
      document.key.includes('-****') &&
      maskCprIn(document.key) === maskCprIn(key) &&
      (rows.size === 0 || rows.has(`${maskCprIn(line.file)}:${line.row}`)),
  )
}

const noFolder: LocalizedText = {
  da: 'Kørslens mappe står ikke mere, hvor den blev skrevet: den er flyttet eller slettet. Er den flyttet, så peg på dens nye overmappe med --out. Her er, hvad ledger-filen alene ved.',
  en: "The run's folder is no longer where it was written: it was moved or purged. If moved, point to the folder that now holds it with --out. This is what the ledger alone knows.",
}

const noFile: LocalizedText = {
  da: 'Kørslens bevisfil findes ikke: den er slettet, eller kørslen er overtaget uden den. Her er, hvad ledger-filen alene ved.',
  en: 'The proof of the run does not exist: it was deleted, or the run was taken over without it. This is what the ledger alone knows.',
}

const changed: LocalizedText = {
  da: 'Kørslens bevisfil er ikke mere, som kørslen skrev den (renset eller ændret), og bruges ikke. Her er, hvad ledger-filen alene ved.',
  en: 'The proof of the run is no longer as the run wrote it (purged or changed) and is not used. This is what the ledger alone knows.',
}

const otherVersion: LocalizedText = {
  da: 'Kørslens bevisfil er skrevet af en anden version af bills, som denne ikke kan læse. Her er, hvad ledger-filen alene ved.',
  en: 'The proof of the run was written by another version of bills, which this one cannot read. This is what the ledger alone knows.',
}
