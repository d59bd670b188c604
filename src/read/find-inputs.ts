/** Paths to files: a folder is its files and those of its subfolders, in an order of their own. */
import {createHash} from 'node:crypto'
import {readdir, readFile, stat} from 'node:fs/promises'
import {basename, join} from 'node:path'
import {InputError} from '../domain/input-error.ts'
import {compareText} from '../domain/source.ts'
import type {FileBytes} from './read-table.ts'

export type FoundFile = FileBytes & {
  /** Found in a folder: it may be something else than what is looked for. */
  readonly isFromFolder: boolean
}

/** Sorted by name, then by content. Throws an InputError for what is not there or cannot be opened. */
export async function findInputs(paths: readonly string[]): Promise<FoundFile[]> {
  const found: FoundFile[] = []
  for (const path of paths) {
    try {
      if ((await stat(path)).isDirectory()) {
        for (const inner of await filesBelow(path)) found.push({...(await readBytes(inner)), isFromFolder: true})
      } else found.push({...(await readBytes(path)), isFromFolder: false})
    } catch (error) {
      throw unreadable(path, error)
    }
  }
  return found.toSorted((a, b) => compareText(a.file, b.file) || compareText(a.sha256, b.sha256))
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.name.startsWith('~$'))
    .map(({parentPath, name}) => join(parentPath, name))
}

async function readBytes(path: string): Promise<FileBytes> {
  const bytes = await readFile(path)
  return {file: basename(path), sha256: createHash('sha256').update(bytes).digest('hex'), bytes}
}

function unreadable(path: string, error: unknown): InputError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT') {
    return new InputError(
      {file: path},
      {da: 'Filen findes ikke. Ret stien.', en: 'There is no such file. Correct the path.'},
      {cause: error},
    )
  }
  return new InputError(
    {file: path},
    {
      da: `Filen kan ikke åbnes (${code}). Er den åben i et andet program, eller mangler der rettigheder?`,
      en: `The file cannot be opened (${code}). Is it open in another program, or are rights missing?`,
    },
    {cause: error},
  )
}
