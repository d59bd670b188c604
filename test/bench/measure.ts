/** Runs a script in a Node of its own and says how long it took and how much memory it held at most. */
import {spawn} from 'node:child_process'
import {readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'

export type Measure = {readonly seconds: number; readonly megabytes: number}

const root = join(import.meta.dirname, '../..')

/** Throws when the script fails. Output of the script is dropped but for its errors. */
export async function measure(script: readonly string[]): Promise<Measure> {
  const note = join(tmpdir(), `peak-memory-${process.pid}`)
  const preload = pathToFileURL(join(import.meta.dirname, 'peak-memory.ts')).href
  const start = performance.now()
  const code = await new Promise<number | null>((done, failed) => {
    const child = spawn(process.execPath, ['--import', preload, ...script], {
      cwd: root,
      env: {...process.env, PEAK_MEMORY_FILE: note},
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    child.on('error', failed)
    child.on('exit', done)
  })
  const seconds = (performance.now() - start) / 1000
  if (code !== 0) throw new Error(`${script.slice(0, 2).join(' ')} ended with ${code}`)
  const megabytes = Number(await readFile(note, 'utf8')) / 1024
  await rm(note)
  return {seconds, megabytes}
}
