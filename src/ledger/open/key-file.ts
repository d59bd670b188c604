/**
 * The key file beside the ledger (`formats.md`, The ledger): 32 random bytes, hexadecimal. With it citizens become
 * keyed hashes, so that the ledger holds no CPR number, and identifiers that contain a CPR number (an invoice number
 * made of one, say) are encrypted, so that they can be read again. Whoever has only the ledger can read neither.
 */
import {createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject, randomBytes} from 'node:crypto'
import {existsSync, readFileSync} from 'node:fs'
import {writeFileAtomically} from '../../files/atomic-file.ts'
import {type Cpr, cprNumbersIn} from '../../model/citizen.ts'
import {unusable} from './sqlite-errors.ts'

export type Key = KeyObject

export const keyFileOf = (ledger: string): string => `${ledger}.key`

/** Throws an InputError where the file is missing or holds no key. */
export function readKey(ledger: string): Key {
  const file = keyFileOf(ledger)
  if (!existsSync(file))
    throw unusable(file, {
      da: 'Nøglefilen til ledger-filen mangler; uden den kan borgerne ikke genkendes. Hent den fra sikkerhedskopien.',
      en: "The ledger's key file is missing; without it no citizen is recognised. Restore it from the backup.",
    })
  const text = readFileSync(file, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/.test(text))
    throw unusable(file, {
      da: 'Nøglefilen er ødelagt: den skal indeholde 64 hexadecimale tegn. Hent den fra sikkerhedskopien.',
      en: 'The key file is damaged: it should hold 64 hexadecimal characters. Restore it from the backup.',
    })
  return createSecretKey(text, 'hex')
}

/** The key of a ledger yet to be made: one left by a start that was cut off is used. */
export function readOrMakeKey(ledger: string, mode: number): Key {
  if (existsSync(keyFileOf(ledger))) return readKey(ledger)
  const key = randomBytes(32)
  writeFileAtomically(keyFileOf(ledger), `${key.toString('hex')}\n`, mode)
  return createSecretKey(key)
}

/** Returns the HMAC-SHA256 of a CPR number, hexadecimal. Memoized: a run asks for each citizen many times. */
export function citizenHasher(key: Key): (citizen: Cpr) => string {
  const known = new Map<Cpr, string>()
  return (citizen) => {
    const hash = known.get(citizen) ?? hmac(key, `citizen:${citizen}`).toString('hex')
    known.set(citizen, hash)
    return hash
  }
}

/** What the ledger stores, so that its own key is recognised. */
export const keyCheck = (key: Key): string => hmac(key, 'ledger of bills').toString('hex')

/** As in the ledgers that exist: never changed. */
const encryptedPrefix = 'sealed:'

/** The text itself, or, where it contains a CPR number, `sealed:` and its encrypted form. Equal texts encrypt equally. */
export function encrypt(key: Key, text: string): string {
  if (cprNumbersIn(text).length === 0 && !isEncrypted(text)) return text
  // The nonce is a keyed hash of the text, so that two texts never share one and a text can be looked up by its encrypted form.
  const nonce = hmac(key, `nonce:${text}`).subarray(0, 12)
  const cipher = createCipheriv('aes-256-gcm', encryptionKey(key), nonce)
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return encryptedPrefix + Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]).toString('base64url')
}

export const isEncrypted = (text: string): boolean => text.startsWith(encryptedPrefix)

/** What `encrypt` was given. Throws where the text is damaged or the key is another. */
export function decrypt(key: Key, text: string): string {
  if (!isEncrypted(text)) return text
  const bytes = Buffer.from(text.slice(encryptedPrefix.length), 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', encryptionKey(key), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}

/** Its label is as in the ledgers that exist: never changed. */
const encryptionKey = (key: Key): Buffer => hmac(key, 'sealing key')

const hmac = (key: Key, text: string): Buffer => createHmac('sha256', key).update(text).digest()
