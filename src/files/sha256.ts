/** The hash by which files are recognised, in one place: takes bytes, text (as UTF-8) or a path, returns SHA-256. */
import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'

/** Hexadecimal, 64 digits. */
export const sha256 = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex')

/** As `sha256`, of a file that may be too large to be read at once. Rejects with what `node:fs` throws. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
